package vivarium.ui.exchange;

import atlantafx.base.theme.Styles;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import vivarium.exchange.ContentKind;
import vivarium.ui.exchange.NameValueTable.Pair;

/** A body, and a switch between the ways to look at it. What was chosen for one kind of body holds for the next of that kind. FX thread only. */
final class BodyView extends BorderPane {
    private final String id;
    private final Label summary = new Label();
    private final HBox modes = new HBox();
    private final Map<ContentKind, BodyMode> chosen = new EnumMap<>(ContentKind.class);
    private final Label nothing = new Label();
    private @Nullable TextViewer text;
    private @Nullable ListView<String> hex;
    private @Nullable NameValueTable pairs;
    private @Nullable ImageViewer image;
    private @Nullable Body body;

    /** @param id begins the ids of its parts, for tests */
    BodyView(String id) {
        this.id = id;
        getStyleClass().add("body-view");
        summary.setId(id + "-summary");
        summary.getStyleClass().addAll(Styles.TEXT_MUTED, "summary");
        summary.setMinWidth(0);
        nothing.getStyleClass().addAll(Styles.TEXT_MUTED, "nothing");
        nothing.setWrapText(true);
        modes.setAlignment(Pos.CENTER_LEFT);
        modes.setMinWidth(Region.USE_PREF_SIZE);
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var heading = new Label("Body");
        heading.setMinWidth(Region.USE_PREF_SIZE);
        var bar = new HBox(heading, summary, gap, modes);
        bar.getStyleClass().add("body-bar");
        setTop(bar);
    }

    void show(Body next) {
        body = next;
        var kind = next.content().kind();
        var possible = next.nothing().isEmpty() ? BodyMode.of(kind) : List.<BodyMode>of();
        summary.setText(next.content().raw().length() == 0 ? "" : next.summary());
        if (possible.isEmpty()) {
            modes.getChildren().clear();
            nothing.setText(next.nothing());
            setCenter(nothing);
            return;
        }
        var mode = chosen.getOrDefault(kind, possible.getFirst());
        offer(possible, mode);
        setCenter(view(next, mode));
    }

    private void offer(List<BodyMode> possible, BodyMode mode) {
        var group = new ToggleGroup();
        modes.getChildren().clear();
        for (int i = 0; i < possible.size(); i++) {
            var offered = possible.get(i);
            var button = new ToggleButton(offered.label());
            button.setId(id + "-" + offered.label().toLowerCase(java.util.Locale.ROOT));
            button.getStyleClass()
                    .addAll(
                            Styles.SMALL,
                            i == 0
                                    ? Styles.LEFT_PILL
                                    : i == possible.size() - 1 ? Styles.RIGHT_PILL : Styles.CENTER_PILL);
            button.setToggleGroup(group);
            button.setSelected(offered == mode);
            button.setOnAction(action -> choose(offered));
            modes.getChildren().add(button);
        }
    }

    private void choose(BodyMode mode) {
        var shown = body;
        if (shown != null) {
            chosen.put(shown.content().kind(), mode);
            show(shown);
        }
    }

    private Node view(Body shown, BodyMode mode) {
        var content = shown.content();
        return switch (mode) {
            case PRETTY -> text(content.pretty(), content.kind());
            case TEXT -> text(content.text(), content.kind());
            case HEX -> hex(shown);
            case IMAGE -> image(shown);
            case FORM ->
                pairs(content.form().stream()
                        .map(field -> new Pair(field.name(), field.value()))
                        .toList());
            case PARTS -> pairs(Parts.pairs(content.parts()));
        };
    }

    private Node text(String shown, ContentKind kind) {
        if (text == null) {
            text = new TextViewer(id + "-body");
        }
        text.show(shown, kind);
        return text;
    }

    private Node hex(Body shown) {
        if (hex == null) {
            hex = new ListView<>();
            hex.setId(id + "-dump");
            hex.setFixedCellSize(20);
            hex.getStyleClass().addAll("plain-list", "hex");
            Copying.rows(hex, rows -> String.join("\n", rows));
        }
        hex.setItems(HexRows.of(shown.content().hex()));
        return hex;
    }

    private Node image(Body shown) {
        if (image == null) {
            image = new ImageViewer();
        }
        image.show(shown.content());
        return image;
    }

    private Node pairs(List<Pair> rows) {
        if (pairs == null) {
            pairs = new NameValueTable("It holds no fields.");
            pairs.setId(id + "-fields");
        }
        pairs.show(rows);
        return pairs;
    }
}
