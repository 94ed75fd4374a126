package vivarium.ui.exchange;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import vivarium.exchange.Amounts;
import vivarium.exchange.Examination;
import vivarium.exchange.Examination.Layer;
import vivarium.exchange.Examination.Place;
import vivarium.exchange.Examination.Statement;
import vivarium.journal.Header;

/**
 * A line of what a close look has seen.
 *
 * @param depth how far it is set in; -1 for a heading
 * @param detail what there is to read about it; may be empty
 * @param time when, or how long; may be empty
 */
record Insight(int depth, String title, String detail, String time, Optional<Place> place) {
    boolean heading() {
        return depth < 0;
    }

    /** Everything, in groups with a heading each. */
    static List<Insight> of(Examination seen) {
        var all = new ArrayList<Insight>();
        heading(all, "Layers", seen.layers().size(), "Nobody was called with an environ and a start_response.");
        seen.layers().forEach(layer -> layer(all, layer));
        heading(
                all,
                "Database",
                seen.statements().size(),
                "No statement was sent through sqlite3, Django or SQLAlchemy.");
        statements(all, seen.statements());
        heading(all, "Input", seen.reads().size(), "wsgi.input was not read.");
        seen.reads()
                .forEach(read -> all.add(new Insight(0, "wsgi.input." + read.call(), "", at(read.at()), read.place())));
        heading(all, "Where the response comes from", seen.chunks().size(), "The response has no body.");
        seen.chunks()
                .forEach(chunk -> all.add(new Insight(
                        0,
                        Amounts.exactly(chunk.size()),
                        chunk.exact()
                                ? "made here"
                                : chunk.place().isPresent()
                                        ? "made by a library; this line of the project came last"
                                        : "made by a library",
                        at(chunk.at()),
                        chunk.place())));
        all.add(new Insight(
                -1,
                "Way",
                seen.path().size() + seen.leftOut() + " lines of the project were executed",
                "",
                Optional.empty()));
        return all;
    }

    private static void heading(List<Insight> all, String title, int count, String none) {
        all.add(new Insight(-1, title, count == 0 ? none : "", "", Optional.empty()));
    }

    private static void layer(List<Insight> all, Layer layer) {
        String time = layer.end() < 0 ? "" : Amounts.duration(layer.end() - layer.begin());
        all.add(new Insight(layer.depth(), layer.name(), "", time, Optional.of(layer.place())));
        int inner = layer.depth() + 1;
        layer.changed()
                .forEach((key, value) ->
                        all.add(new Insight(inner, "environ", key + " = " + value, "", Optional.empty())));
        layer.removed().forEach(key -> all.add(new Insight(inner, "environ", key + " removed", "", Optional.empty())));
        List<Header> before = null;
        String status = "";
        for (var start : layer.starts()) {
            String what = before == null || !status.equals(start.status()) ? start.status() : "";
            String change = before == null ? "" : changes(before, start.headers());
            all.add(new Insight(
                    inner,
                    "start_response",
                    what
                            + (what.isEmpty() || change.isEmpty() ? "" : ", ")
                            + (what.isEmpty() && change.isEmpty() ? "unchanged" : change),
                    at(start.at()),
                    start.place()));
            before = start.headers();
            status = start.status();
        }
    }

    private static String changes(List<Header> before, List<Header> after) {
        var gone = new ArrayList<>(before);
        var come = new ArrayList<Header>();
        after.forEach(header -> {
            if (!gone.remove(header)) {
                come.add(header);
            }
        });
        return come.stream()
                        .map(header -> "+ " + header.name() + ": " + header.value())
                        .collect(Collectors.joining(", "))
                + (come.isEmpty() || gone.isEmpty() ? "" : ", ")
                + gone.stream()
                        .map(header -> "− " + header.name() + ": " + header.value())
                        .collect(Collectors.joining(", "));
    }

    private static void statements(List<Insight> all, List<Statement> statements) {
        Map<String, Integer> times = new HashMap<>();
        for (var statement : statements) {
            int time = times.merge(statement.sql() + statement.parameters(), 1, Integer::sum);
            String sql = statement.sql().strip().replaceAll("\\s+", " ");
            all.add(new Insight(
                    0,
                    time > 1 ? "again, " + time + " times by now" : "statement",
                    statement.parameters().isEmpty() ? sql : sql + "  " + statement.parameters(),
                    statement.end() < 0 ? "" : Amounts.duration(statement.end() - statement.begin()),
                    statement.place()));
        }
    }

    private static String at(long nanos) {
        return "+" + Amounts.duration(nanos);
    }
}
