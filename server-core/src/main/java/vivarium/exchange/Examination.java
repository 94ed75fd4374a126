package vivarium.exchange;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vivarium.journal.Header;

/**
 * What a close look at a request has seen. Times are nanoseconds since the application was called, and far longer than those of a
 * request that is not looked at.
 *
 * @param path the project's own lines in the order in which they were executed, the first of them where there were very many
 * @param leftOut how many lines came after those in {@code path}
 * @param layers who was called with an environ and a {@code start_response}, outermost first
 */
public record Examination(
        List<Place> path,
        long leftOut,
        List<Layer> layers,
        List<Statement> statements,
        List<Read> reads,
        List<Chunk> chunks) {

    /** A line of a function; the line is from 1. */
    public record Place(String file, int line, String function) {}

    /**
     * One layer between the server and the application, or the application.
     *
     * @param end -1 where it was never left
     * @param changed keys of the environ that it, or what is inside it, set: their {@code repr} when it was left
     * @param removed keys that were there when it was entered and not when it was left
     */
    public record Layer(
            String name,
            Place place,
            int depth,
            long begin,
            long end,
            Map<String, String> changed,
            List<String> removed,
            List<Start> starts) {}

    /** A call of a {@code start_response}. */
    public record Start(long at, String status, List<Header> headers, Optional<Place> place) {}

    /**
     * What was sent to a database.
     *
     * @param parameters their {@code repr}; empty where they are in the statement
     * @param place the project's own line that had it sent; empty where none was at work
     */
    public record Statement(String sql, String parameters, long begin, long end, Optional<Place> place) {}

    /** A read of {@code wsgi.input}. */
    public record Read(String call, long at, Optional<Place> place) {}

    /**
     * A part of the response.
     *
     * @param exact whether the bytes were made at that place; otherwise it is the project's own line that was executed last
     */
    public record Chunk(long at, long size, boolean exact, Optional<Place> place) {}

    /** The report of an {@link vivarium.journal.Event.Examined}; empty where it cannot be understood. */
    public static Optional<Examination> of(String report) {
        try {
            return Optional.of(of(JsonMapper.shared().readTree(report)));
        } catch (JacksonException damaged) {
            return Optional.empty();
        }
    }

    private static Examination of(JsonNode report) {
        List<String> files = list(report.path("files"), JsonNode::asString);
        List<Place> path = new ArrayList<>();
        JsonNode lines = report.path("lines");
        for (int i = 0; i + 1 < lines.size(); i += 2) {
            path.add(new Place(files.get(lines.get(i).asInt()), lines.get(i + 1).asInt(), ""));
        }
        return new Examination(
                List.copyOf(path),
                report.path("left_out").asLong(),
                list(report.path("layers"), Examination::layer),
                list(
                        report.path("statements"),
                        it -> new Statement(
                                it.path("sql").asString(),
                                it.path("parameters").asString(),
                                it.path("begin").asLong(),
                                it.path("end").asLong(),
                                place(it))),
                list(
                        report.path("reads"),
                        it -> new Read(it.path("call").asString(), it.path("at").asLong(), place(it))),
                list(
                        report.path("chunks"),
                        it -> new Chunk(
                                it.path("at").asLong(),
                                it.path("size").asLong(),
                                it.path("exact").asBoolean(),
                                place(it))));
    }

    private static Layer layer(JsonNode it) {
        Map<String, String> changed = new TreeMap<>();
        it.path("changed")
                .properties()
                .forEach(entry -> changed.put(entry.getKey(), entry.getValue().asString()));
        return new Layer(
                it.path("name").asString(),
                place(it).orElseGet(() -> new Place("", 0, "")),
                it.path("depth").asInt(),
                it.path("begin").asLong(),
                it.path("end").asLong(),
                changed,
                list(it.path("removed"), JsonNode::asString),
                list(it.path("starts"), Examination::start));
    }

    private static Start start(JsonNode it) {
        return new Start(
                it.path("at").asLong(),
                it.path("status").asString(),
                list(
                        it.path("headers"),
                        pair -> new Header(pair.path(0).asString(), pair.path(1).asString())),
                place(it));
    }

    private static Optional<Place> place(JsonNode it) {
        JsonNode place = it.path("place");
        return place.isArray()
                ? Optional.of(new Place(
                        place.path(0).asString(),
                        place.path(1).asInt(),
                        place.path(2).asString()))
                : Optional.empty();
    }

    private static <T> List<T> list(JsonNode array, Function<JsonNode, T> item) {
        List<T> items = new ArrayList<>(array.size());
        array.forEach(node -> items.add(item.apply(node)));
        return List.copyOf(items);
    }

    /**
     * Where two requests took different ways.
     *
     * @param last the last line that both executed; empty where they differ from the first on
     * @param here what this one executed next; empty where it was over
     * @param there what the other executed next; empty where it was over
     */
    public record Fork(Optional<Place> last, Optional<Place> here, Optional<Place> there) {}

    /** The first line at which the other took another way; empty where both took the same. */
    public Optional<Fork> fork(Examination other) {
        int i = 0;
        while (i < path.size() && i < other.path.size() && path.get(i).equals(other.path.get(i))) {
            i++;
        }
        if (i == path.size() && i == other.path.size()) {
            return Optional.empty();
        }
        return Optional.of(new Fork(at(path, i - 1), at(path, i), at(other.path, i)));
    }

    private static Optional<Place> at(List<Place> path, int index) {
        return index >= 0 && index < path.size() ? Optional.of(path.get(index)) : Optional.empty();
    }
}
