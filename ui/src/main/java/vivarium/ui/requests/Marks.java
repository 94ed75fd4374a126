package vivarium.ui.requests;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import vivarium.exchange.Amounts;
import vivarium.exchange.Outline;
import vivarium.journal.Outcome;

/** What is out of the ordinary about an exchange, as small drawings with a sentence each. */
final class Marks {
    /** @param style the class that colours the drawing */
    record Mark(Ikon icon, String style, String meaning) {}

    private Marks() {}

    /** What the user noted, and then the worst first. */
    static List<Mark> of(Outline outline, long slowNanos) {
        var marks = new ArrayList<Mark>(2);
        if (outline.note().pinned()) {
            marks.add(new Mark(Feather.BOOKMARK, "mark-note", "Pinned: it stays on top"));
        }
        if (outline.note().marked()) {
            marks.add(new Mark(Feather.FLAG, "mark-note", "Marked"));
        }
        if (outline.paused()) {
            marks.add(new Mark(Feather.PAUSE, "mark-warning", "Paused in the debugger"));
        }
        if (!outline.exception().isEmpty()) {
            marks.add(new Mark(Feather.ZAP, "mark-error", outline.exception() + " left the application"));
        } else if (outline.errors() > 0) {
            marks.add(new Mark(Feather.ALERT_CIRCLE, "mark-error", lines(outline.errors()) + " in the error log"));
        }
        outline.outcome()
                .filter(outcome -> outcome != Outcome.COMPLETE)
                .ifPresent(outcome -> marks.add(ending(outcome)));
        if (outline.slowerThan(slowNanos)) {
            marks.add(new Mark(Feather.CLOCK, "mark-warning", "Slow: " + Amounts.duration(slowNanos) + " or more"));
        }
        if (outline.findings() > 0) {
            marks.add(new Mark(
                    Feather.EYE,
                    "mark-warning",
                    (outline.findings() == 1 ? "A finding" : outline.findings() + " findings")
                            + " about the response"));
        }
        if (outline.origin() != 0) {
            marks.add(new Mark(Feather.REPEAT, "mark-info", "A replay of request " + outline.origin()));
        }
        if (outline.gaps()) {
            marks.add(new Mark(
                    Feather.HELP_CIRCLE,
                    "mark-warning",
                    "The recorder dropped events while this ran; some of its own may be missing"));
        }
        return marks;
    }

    static void draw(OutlineCell cell, Outline outline, long slowNanos) {
        var marks = of(outline, slowNanos);
        if (marks.isEmpty()) {
            cell.setGraphic(null);
            cell.setTooltip(null);
            return;
        }
        var box = new HBox();
        box.getStyleClass().add("mark-box");
        for (var mark : marks) {
            var icon = new FontIcon(mark.icon());
            icon.getStyleClass().add(mark.style());
            box.getChildren().add(icon);
        }
        cell.setGraphic(box);
        cell.setTooltip(new Tooltip(marks.stream().map(Mark::meaning).collect(Collectors.joining("\n"))));
    }

    private static Mark ending(Outcome outcome) {
        return outcome == Outcome.CLIENT_GONE
                ? new Mark(Feather.USER_X, "mark-warning", "The client went away before it had the whole response")
                : new Mark(Feather.SCISSORS, "mark-error", "The response was broken off");
    }

    private static String lines(int count) {
        return count == 1 ? "An error" : count + " errors";
    }
}
