package vivarium.ui.replay;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import vivarium.compare.Comparison;
import vivarium.compare.Difference;
import vivarium.compare.IgnoreRules;
import vivarium.exchange.Amounts;
import vivarium.exchange.Examination;
import vivarium.exchange.Examination.Place;

/** A line of a comparison. */
sealed interface CompareLine {
    /** What the lines below are about. */
    record Heading(String title) implements CompareLine {}

    /** Something to read. */
    record Note(String text) implements CompareLine {}

    /** Something that is different. */
    record Differs(Difference difference) implements CompareLine {
        private static final Pattern NAMELESS = Pattern.compile("lines? .*|[0-9a-f]{8}|status|method|target|protocol");

        /** By which it can be left out; empty where it has none. */
        Optional<String> name() {
            String where = difference.where();
            return NAMELESS.matcher(where).matches() ? Optional.empty() : Optional.of(IgnoreRules.generic(where));
        }
    }

    /** A line of the project's code. */
    record Code(String words, Place place) implements CompareLine {}

    static CompareLine note(String text) {
        return new Note(text);
    }

    /** What is compared. */
    static CompareLine between(long left, long right) {
        return new Heading("#" + left + " and #" + right);
    }

    /** Everything that is different, headed by what matters most. */
    static List<CompareLine> of(Comparison comparison, Optional<Examination> left, Optional<Examination> right) {
        var lines = new ArrayList<CompareLine>();
        lines.add(between(comparison.left(), comparison.right()));
        lines.add(new Note((comparison.same() ? "Nothing differs" : "")
                + (comparison.ignored() == 0
                        ? ""
                        : (comparison.same() ? ", but for " : "Left out: ") + comparison.ignored()
                                + " that are different each time (dates, ids, tokens)")));
        comparison.sections().stream()
                .sorted(Comparator.comparingInt(CompareLine::weight))
                .forEach(section -> {
                    lines.add(new Heading(section.part().label()));
                    runs(section.differences()).forEach(difference -> lines.add(new Differs(difference)));
                });
        way(lines, left, right);
        lines.add(new Heading("time"));
        comparison
                .timings()
                .forEach(timing -> lines.add(
                        new Note(timing.phase() + ": " + time(timing.left()) + " and " + time(timing.right()))));
        return lines;
    }

    /** Lines that come after each other and were all added or all removed are one difference. */
    private static List<Difference> runs(List<Difference> differences) {
        var runs = new ArrayList<Difference>();
        for (Difference next : differences) {
            if (!runs.isEmpty() && joins(runs.getLast(), next)) {
                Difference last = runs.removeLast();
                String from = last.where().replaceFirst("lines? (\\d+).*", "$1");
                runs.add(new Difference(
                        next.kind(),
                        "lines " + from + "–" + next.where().substring(5),
                        joined(last.left(), next.left()),
                        joined(last.right(), next.right())));
            } else {
                runs.add(next);
            }
        }
        return runs;
    }

    private static boolean joins(Difference last, Difference next) {
        return last.kind() == next.kind()
                && next.kind() != Difference.Kind.CHANGED
                && last.where().startsWith("line")
                && next.where().startsWith("line ");
    }

    private static String joined(String before, String after) {
        return before.isEmpty() ? after : before + "\n" + after;
    }

    /** What came out matters before what went in. */
    private static int weight(Comparison.Section section) {
        return switch (section.part()) {
            case STATUS -> 0;
            case EXCEPTION -> 1;
            case RESPONSE_BODY -> 2;
            case RESPONSE_HEADERS -> 3;
            case LOG -> 4;
            case REQUEST -> 5;
            case REQUEST_BODY -> 6;
            case REQUEST_HEADERS -> 7;
            case ENVIRON -> 8;
        };
    }

    private static void way(List<CompareLine> lines, Optional<Examination> left, Optional<Examination> right) {
        lines.add(new Heading("way through the code"));
        if (left.isEmpty() || right.isEmpty()) {
            lines.add(
                    new Note(
                            "Switch on Run › Examine requests and replay twice, to see the first line where two took different ways."));
            return;
        }
        left.get()
                .fork(right.get())
                .ifPresentOrElse(
                        fork -> {
                            fork.last().ifPresent(place -> lines.add(new Code("both executed", place)));
                            fork.here().ifPresent(place -> lines.add(new Code("then the first went to", place)));
                            fork.there().ifPresent(place -> lines.add(new Code("and the second to", place)));
                        },
                        () -> lines.add(new Note("Both executed the same lines in the same order.")));
    }

    private static String time(long nanos) {
        return nanos < 0 ? "no end" : Amounts.duration(nanos);
    }

    /** As text, for the clipboard. */
    default String text() {
        return switch (this) {
            case Heading it -> it.title();
            case Note it -> "  " + it.text();
            case Differs it ->
                "  " + it.difference().where() + "\n    − " + it.difference().left() + "\n    + "
                        + it.difference().right();
            case Code it ->
                "  " + it.words() + " " + it.place().file() + ":" + it.place().line();
        };
    }
}
