package vivarium.ui.requests;

import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import vivarium.exchange.Amounts;
import vivarium.exchange.Outline;
import vivarium.journal.JournalClock;

/** The columns of the table: what each says and how it sorts. */
final class RequestColumns {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss.SSS", Locale.ROOT);
    private static final String DATA = "data";
    private static final String NUMBER = "number";
    private static final String PATH = "Path";
    private static final int NARROWEST_PATH = 120;
    private static final int SCROLL_BAR = 18;

    private final JournalClock clock;
    private final long slowNanos;

    RequestColumns(JournalClock clock, long slowNanos) {
        this.clock = clock;
        this.slowNanos = slowNanos;
    }

    List<TableColumn<RequestRow, Outline>> all() {
        return List.of(
                text("#", 52, Outline::id, NUMBER),
                column(
                        "",
                        60,
                        Comparator.comparingInt(
                                outline -> Marks.of(outline, slowNanos).size()),
                        () -> new OutlineCell((cell, outline) -> Marks.draw(cell, outline, slowNanos), "marks")),
                column("Time", 104, Comparator.comparingLong(Outline::at), this::timeCell),
                text("Method", 74, outline -> outline.head().method(), "method"),
                column(
                        PATH,
                        NARROWEST_PATH,
                        Comparator.comparing(outline -> outline.head().target()),
                        () -> new OutlineCell(RequestColumns::path, DATA, "path")),
                column(
                        "Status",
                        66,
                        Comparator.comparingInt(Outline::status),
                        () -> new OutlineCell(RequestColumns::status, DATA)),
                text("Type", 112, outline -> shortType(outline.type()), "muted"),
                column(
                        "Size",
                        72,
                        Comparator.comparingLong(Outline::responseBytes),
                        () -> new OutlineCell(RequestColumns::size, DATA, NUMBER)),
                column(
                        "Duration",
                        116,
                        Comparator.comparingLong(RequestColumns::duration),
                        () -> new OutlineCell(new DurationBar(slowNanos), DATA, NUMBER, "duration")),
                text("Thread", 84, Outline::thread, "muted"));
    }

    /** What the other columns leave is the path's; where that is too little, the table scrolls sideways. */
    static void giveTheRestToThePath(TableView<RequestRow> table) {
        var left = table.widthProperty().subtract(SCROLL_BAR);
        TableColumn<RequestRow, ?> path = null;
        for (var column : table.getColumns()) {
            if (column.getText().equals(PATH)) {
                path = column;
            } else {
                left = left.subtract(column.widthProperty());
            }
        }
        if (path != null) {
            path.prefWidthProperty().bind(Bindings.max(NARROWEST_PATH, left));
        }
    }

    /** The wall clock's time at which the request arrived, in the zone of this machine. */
    static String time(Outline outline, JournalClock clock) {
        return LocalTime.ofInstant(clock.start().plusNanos(outline.at()), ZoneId.systemDefault())
                .format(TIME);
    }

    private OutlineCell timeCell() {
        return new OutlineCell((cell, outline) -> cell.setText(time(outline, clock)), DATA, "muted");
    }

    private static <T extends Comparable<T>> TableColumn<RequestRow, Outline> text(
            String title, int width, Function<Outline, T> fact, String style) {
        return column(
                title,
                width,
                Comparator.comparing(fact),
                () -> new OutlineCell(
                        (cell, outline) -> cell.setText(String.valueOf(fact.apply(outline))), DATA, style));
    }

    private static TableColumn<RequestRow, Outline> column(
            String title, int width, Comparator<Outline> order, java.util.function.Supplier<OutlineCell> cell) {
        var column = new TableColumn<RequestRow, Outline>(title);
        column.setPrefWidth(width);
        column.setComparator(order);
        column.setCellValueFactory(features -> features.getValue().outlineProperty());
        column.setCellFactory(_ -> cell.get());
        column.setReorderable(true);
        return column;
    }

    /** With the user's comment behind it. */
    private static void path(OutlineCell cell, Outline outline) {
        cell.setText(outline.head().target());
        var comment = outline.note().comment();
        if (comment.isEmpty()) {
            cell.setGraphic(null);
            cell.setTooltip(null);
            return;
        }
        var label = new Label(comment.replaceAll("\\s+", " "), new FontIcon(Feather.MESSAGE_SQUARE));
        label.getStyleClass().add("row-comment");
        // The path has the better half.
        label.maxWidthProperty().bind(cell.widthProperty().multiply(0.4));
        cell.setGraphic(label);
        cell.setTooltip(new Tooltip(comment));
    }

    private static void status(OutlineCell cell, Outline outline) {
        cell.setText(outline.status() == 0 ? "…" : Integer.toString(outline.status()));
        cell.tone("status-" + outline.statusClass());
    }

    private static void size(OutlineCell cell, Outline outline) {
        cell.setText(outline.responseBytes() == 0 ? "–" : Amounts.size(outline.responseBytes()));
    }

    /** What still runs counts as longest. */
    private static long duration(Outline outline) {
        return outline.nanos() < 0 ? Long.MAX_VALUE : outline.nanos();
    }

    private static String shortType(String type) {
        return type.startsWith("application/") ? type.substring("application/".length()) : type;
    }
}
