package vivarium.ui.sessions;

import atlantafx.base.theme.Styles;
import java.nio.file.Path;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.application.Platform;
import javafx.beans.InvalidationListener;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.control.cell.TextFieldTableCell;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import vivarium.exchange.Amounts;
import vivarium.journal.SessionOverview;
import vivarium.ui.parts.Parts;

/** The sessions of a project in a table; one is opened with Enter, named with F2, deleted with Delete. FX thread only. */
public final class SessionsView {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(ZoneId.systemDefault());
    private static final KeyCombination UNDO = new KeyCodeCombination(KeyCode.Z, KeyCombination.SHORTCUT_DOWN);

    private final SessionsViewModel model;
    private final Consumer<SessionOverview> open;
    private final TableView<SessionOverview> table;
    private final TextField search = new TextField();
    private final TableColumn<SessionOverview, String> name = new TableColumn<>("Name");
    private final VBox node;
    private Optional<Path> looked = Optional.empty();

    /**
     * @param project its folder
     * @param background reads and writes files
     * @param open is told which session to open
     * @param other asks for a file elsewhere
     */
    public SessionsView(
            Path project, Executor background, Executor fx, Consumer<SessionOverview> open, Runnable other) {
        this.model = new SessionsViewModel(project, background, fx);
        this.open = open;
        table = new TableView<>(model.shown());
        table.setId("sessions-table");
        table.getStyleClass().add(Styles.DENSE);
        table.setEditable(true);
        table.setPlaceholder(Parts.empty(
                Feather.ARCHIVE,
                "No session",
                "Each run of the project is recorded to one, which then is listed here."));
        name.setCellValueFactory(row -> new ReadOnlyStringWrapper(row.getValue().title()));
        name.setCellFactory(TextFieldTableCell.forTableColumn());
        name.setOnEditCommit(edit -> model.rename(edit.getRowValue(), edit.getNewValue()));
        name.setPrefWidth(240);
        name.setMinWidth(120);
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_SUBSEQUENT_COLUMNS);
        table.getColumns().add(name);
        column(
                "Started",
                160,
                SessionsView::time,
                Comparator.comparing(session -> session.info().started()));
        column(
                "Duration",
                90,
                session -> Amounts.duration(session.duration().toNanos()),
                Comparator.comparing(SessionOverview::duration));
        column(
                "Requests",
                86,
                session -> Long.toString(session.exchanges()),
                Comparator.comparingLong(SessionOverview::exchanges));
        column(
                "Failed",
                70,
                session -> Long.toString(session.failures()),
                Comparator.comparingLong(SessionOverview::failures));
        column(
                "Noted",
                70,
                session -> session.noted() == 0 ? "" : Integer.toString(session.noted()),
                Comparator.comparingInt(SessionOverview::noted));
        column("Size", 84, session -> Amounts.size(session.bytes()), Comparator.comparingLong(SessionOverview::bytes));
        column("", 60, session -> session.open() ? "open" : "", Comparator.comparing(SessionOverview::open));
        table.addEventHandler(KeyEvent.KEY_PRESSED, this::key);
        table.setRowFactory(_ -> {
            var row = new javafx.scene.control.TableRow<SessionOverview>();
            row.setOnMouseClicked(click -> {
                if (click.getClickCount() == 2 && !row.isEmpty() && row.getItem() != null) {
                    open.accept(row.getItem());
                }
            });
            row.itemProperty()
                    .subscribe(session -> row.setTooltip(
                            session == null
                                    ? null
                                    : new Tooltip(session.file() + "\nof "
                                            + session.info().project() + ", Vivarium "
                                            + session.info().vivarium())));
            return row;
        });
        table.getSelectionModel()
                .selectedItemProperty()
                .subscribe(session -> looked = session == null ? looked : Optional.of(session.file()));
        model.shown().addListener((InvalidationListener) change -> Platform.runLater(this::selectAgain));
        search.setId("sessions-search");
        search.setPromptText("Search: name, day, file");
        search.textProperty().subscribe(model::search);
        HBox.setHgrow(search, Priority.ALWAYS);
        var message = new Label();
        message.setId("sessions-message");
        message.textProperty().bind(model.messageProperty());
        message.setWrapText(true);
        message.setMinHeight(Region.USE_PREF_SIZE);
        message.visibleProperty().bind(message.textProperty().isNotEmpty());
        message.managedProperty().bind(message.visibleProperty());
        VBox.setVgrow(table, Priority.ALWAYS);
        node = new VBox(8, search, table, message, buttons(other));
        node.setId("sessions");
        node.setPrefSize(960, 460);
        node.focusedProperty().subscribe(focused -> {
            if (focused) {
                table.requestFocus();
            }
        });
        model.reload();
    }

    private HBox buttons(Runnable other) {
        var undo = Parts.named(
                Parts.button(Feather.CORNER_UP_LEFT, "Bring back what was deleted (Ctrl+Z)", model::undo), "Undo");
        undo.setId("sessions-undo");
        undo.disableProperty().bind(model.undoableProperty().not());
        var rename = Parts.named(Parts.button(Feather.EDIT_2, "Call it something else (F2)", this::rename), "Rename");
        var delete = Parts.named(
                Parts.button(
                        Feather.TRASH_2,
                        "Delete it (Delete); it can be brought back for a week",
                        () -> chosen().ifPresent(model::delete)),
                "Delete");
        delete.setId("sessions-delete");
        var go = new Button("Open");
        go.setId("sessions-open");
        go.getStyleClass().add(Styles.ACCENT);
        go.setTooltip(new Tooltip("Look into it; the running application goes on (Enter)"));
        go.setOnAction(click -> chosen().ifPresent(open));
        var none = table.getSelectionModel().selectedItemProperty().isNull();
        for (var needing : new Button[] {rename, delete, go}) {
            needing.disableProperty().bind(none);
        }
        var elsewhere = Parts.named(
                Parts.button(Feather.FOLDER, "Open a session file of another project", other), "Another file…");
        var row = new HBox(8, rename, delete, undo, elsewhere, Parts.space(), go);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private void column(
            String title, int width, Function<SessionOverview, String> text, Comparator<SessionOverview> order) {
        boolean left = title.isEmpty() || title.equals("Started");
        var column = new TableColumn<SessionOverview, SessionOverview>(title);
        column.setMinWidth(width - 16);
        column.setPrefWidth(width);
        column.setMaxWidth(width + 40);
        column.setEditable(false);
        column.setComparator(order);
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
        column.setCellFactory(_ -> new javafx.scene.control.TableCell<>() {
            @Override
            protected void updateItem(@org.jspecify.annotations.Nullable SessionOverview session, boolean empty) {
                super.updateItem(session, empty);
                setText(empty || session == null ? null : text.apply(session));
                setAlignment(left ? Pos.CENTER_LEFT : Pos.CENTER_RIGHT);
            }
        });
        table.getColumns().add(column);
    }

    private void key(KeyEvent key) {
        if (UNDO.match(key)) {
            model.undo();
        } else if (key.getCode() == KeyCode.ENTER && table.getEditingCell() == null) {
            chosen().ifPresent(open);
        } else if (key.getCode() == KeyCode.DELETE) {
            chosen().ifPresent(model::delete);
        } else if (key.getCode() == KeyCode.F2) {
            rename();
        } else {
            return;
        }
        key.consume();
    }

    private void rename() {
        int row = table.getSelectionModel().getSelectedIndex();
        if (row >= 0) {
            table.edit(row, name);
        }
    }

    /** The rows are other ones now: the one that was looked at, or else the first. */
    private void selectAgain() {
        if (table.getSelectionModel().getSelectedItem() != null) {
            return;
        }
        var items = table.getItems();
        for (int row = 0; row < items.size(); row++) {
            if (looked.filter(items.get(row).file()::equals).isPresent()) {
                table.getSelectionModel().clearAndSelect(row);
                return;
            }
        }
        table.getSelectionModel().selectFirst();
    }

    private Optional<SessionOverview> chosen() {
        return Optional.ofNullable(table.getSelectionModel().getSelectedItem());
    }

    /** When it began, in the zone of this machine. */
    static String time(SessionOverview session) {
        return TIME.format(session.info().started());
    }

    /** The whole. */
    public Region node() {
        return node;
    }
}
