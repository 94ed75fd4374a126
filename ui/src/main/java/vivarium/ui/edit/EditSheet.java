package vivarium.ui.edit;

import atlantafx.base.theme.Styles;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import vivarium.exchange.Captured;
import vivarium.journal.Header;
import vivarium.journal.RequestHead;
import vivarium.replay.RequestEdit;
import vivarium.replay.RequestRules;
import vivarium.ui.edit.FieldTable.Entry;
import vivarium.ui.modal.Modals;
import vivarium.ui.parts.Parts;

/**
 * Changes a request and sends it, or keeps it under a name. What is wrong is said at its field, and {@code Content-Length} follows the
 * body. FX thread only.
 */
public final class EditSheet {
    private static final double WIDTH = 780;
    private static final double HEIGHT = 330;

    /**
     * What the sheet works with.
     *
     * @param files asks for a file; empty when the user thinks better of it
     * @param cautions what speaks against sending it, a sentence each
     * @param send takes what is to be sent
     * @param save takes what is to be kept, under this name
     */
    public record Surroundings(
            Supplier<Optional<Path>> files,
            Function<Captured, List<String>> cautions,
            Consumer<Captured> send,
            BiConsumer<String, Captured> save) {}

    private final Captured captured;
    private final Surroundings surroundings;
    private final TextField method = new TextField();
    private final TextField target = new TextField();
    private final TextField name = new TextField();
    private final Label problem = new Label();
    private final FieldTable query;
    private final FieldTable headers;
    private final BodyEditor body;
    private final Tab queryTab;
    private final Tab headersTab;
    private final Tab bodyTab;
    private final TabPane tabs;
    private boolean following;

    /** @param name under which it is kept; empty where it is not */
    public EditSheet(Captured captured, String name, Surroundings surroundings) {
        this.captured = captured;
        this.surroundings = surroundings;
        this.name.setText(name);
        query = new FieldTable("edit-query", "parameter", (key, value) -> Optional.empty(), this::queryChanged);
        headers = new FieldTable("edit-headers", "header", RequestRules::header, () -> {});
        body = new BodyEditor(surroundings.files(), this::fields, this::type, this::lengthChanged);
        queryTab = tab("Query", query);
        headersTab = tab("Headers", headers);
        bodyTab = tab("Body", body);
        tabs = new TabPane(queryTab, headersTab, bodyTab);
        fill();
    }

    private static Tab tab(String words, Region content) {
        var tab = new Tab(words, content);
        tab.setClosable(false);
        tab.setId("edit-tab-" + words.toLowerCase(java.util.Locale.ROOT));
        content.getStyleClass().add("edit-page");
        return tab;
    }

    private void fill() {
        var head = captured.request();
        method.setText(head.method());
        target.setText(head.target());
        query.show(Pairs.rows(head.query()));
        headers.show(head.headers().stream()
                .map(header -> new Entry(header.name(), header.value(), ""))
                .toList());
        body.show(captured.requestBody().kept());
        if (captured.requestBody().kept().length > 0) {
            tabs.getSelectionModel().select(bodyTab);
        } else if (head.query().isEmpty()) {
            tabs.getSelectionModel().select(headersTab);
        }
        target.textProperty().subscribe((before, now) -> targetChanged());
    }

    /** Shows it. */
    public void show(Modals modals) {
        method.setId("edit-method");
        method.setPrefWidth(90);
        method.setMinWidth(90);
        method.setAccessibleText("method");
        target.setId("edit-target");
        target.getStyleClass().add("mono");
        target.setAccessibleText("path with query");
        HBox.setHgrow(target, Priority.ALWAYS);
        problem.setId("edit-problem");
        problem.getStyleClass().add(Styles.DANGER);
        problem.setWrapText(true);
        problem.setMinHeight(Region.USE_PREF_SIZE);
        problem.managedProperty().bind(problem.textProperty().isNotEmpty());
        tabs.setId("edit-tabs");
        tabs.setPrefHeight(HEIGHT);
        tabs.getStyleClass().add(Styles.TABS_FLOATING);
        var caution = new Label(String.join(" ", surroundings.cautions().apply(captured)));
        caution.getStyleClass().add(Styles.TEXT_MUTED);
        caution.setWrapText(true);
        caution.setMinHeight(Region.USE_PREF_SIZE);
        caution.managedProperty().bind(caution.textProperty().isNotEmpty());
        var form = new VBox(8, new HBox(8, method, target), problem, tabs, caution, buttons(modals));
        form.setPrefWidth(WIDTH);
        Parts.style(form, EditSheet.class, "edit.css");
        modals.show(captured.id() == 0 ? "Send a request" : "Edit and resend #" + captured.id(), form);
    }

    private Node buttons(Modals modals) {
        name.setId("edit-name");
        name.setPromptText("Name, to keep it");
        name.setPrefWidth(200);
        var save = new Button("Save");
        save.setId("edit-save");
        save.setTooltip(new Tooltip("Keep this request under the name, to send it at any time"));
        save.disableProperty().bind(name.textProperty().map(String::isBlank));
        save.setOnAction(click -> edited().ifPresent(request -> {
            modals.hide();
            surroundings.save().accept(name.getText().strip(), request);
        }));
        var go = new Button("Send");
        go.setId("edit-send");
        go.setDefaultButton(true);
        go.getStyleClass().add(Styles.ACCENT);
        go.setOnAction(click -> edited().ifPresent(request -> {
            modals.hide();
            surroundings.send().accept(request);
        }));
        var row = new HBox(8, name, save, Parts.space(), go);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private List<Header> fields() {
        return headers.entries().stream()
                .map(entry -> new Header(entry.name(), entry.value()))
                .toList();
    }

    private void type(String wanted) {
        if (fields().stream().anyMatch(field -> field.name().equalsIgnoreCase("Content-Type"))) {
            headers.set("Content-Type", wanted);
        } else {
            headers.add("Content-Type", wanted);
        }
    }

    private void queryChanged() {
        var text = Pairs.text(query.entries());
        int question = target.getText().indexOf('?');
        var path = question < 0 ? target.getText() : target.getText().substring(0, question);
        following = true;
        target.setText(text.isEmpty() ? path : path + "?" + text);
        following = false;
    }

    private void targetChanged() {
        if (!following) {
            int question = target.getText().indexOf('?');
            query.show(Pairs.rows(question < 0 ? "" : target.getText().substring(question + 1)));
        }
    }

    private void lengthChanged() {
        body.length().ifPresent(length -> headers.set("Content-Length", Integer.toString(length)));
    }

    private Optional<Captured> edited() {
        problem.setText("");
        Optional<String> wrong = RequestRules.method(method.getText()).or(() -> RequestRules.target(target.getText()));
        method.pseudoClassStateChanged(
                Styles.STATE_DANGER, RequestRules.method(method.getText()).isPresent());
        target.pseudoClassStateChanged(
                Styles.STATE_DANGER, RequestRules.target(target.getText()).isPresent());
        if (wrong.isPresent()) {
            problem.setText(wrong.get());
            (RequestRules.method(method.getText()).isPresent() ? method : target).requestFocus();
            return Optional.empty();
        }
        // The body first: it may need another Content-Type.
        Optional<byte[]> bytes = body.bytes();
        if (bytes.isEmpty()) {
            tabs.getSelectionModel().select(bodyTab);
            return Optional.empty();
        }
        if (!headers.check()) {
            tabs.getSelectionModel().select(headersTab);
            return Optional.empty();
        }
        var head = captured.request();
        var edited = captured.with(
                new RequestHead(method.getText(), target.getText(), head.protocol(), fields(), head.remote()),
                captured.requestBody());
        return Optional.of(RequestEdit.body(edited, bytes.get()));
    }
}
