package vivarium.debug;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import vivarium.journal.PrivateFiles;

/** A project's breakpoints as JSON in its private folder; files are named relative to the project where they lie in it. */
record BreakpointFile(Path folder) {
    /** In 1 nothing was kept of what a line says. */
    private static final int FORMAT = 2;

    private static final Logger LOG = LoggerFactory.getLogger(BreakpointFile.class);
    private static final JsonMapper JSON = JsonMapper.shared();

    /** @param anchor what its line says, where it is in a line that could be read */
    record Kept(Breakpoint breakpoint, Optional<Anchor> anchor) {}

    private Path file() {
        return folder.resolve(PrivateFiles.FOLDER).resolve("breakpoints.json");
    }

    /** None where there is no file, or none that can be read; that is logged. */
    List<Kept> load() {
        if (Files.notExists(file())) {
            return List.of();
        }
        try {
            return JSON.readTree(Files.readString(file()))
                    .path("breakpoints")
                    .valueStream()
                    .map(object -> new Kept(breakpoint(object), anchor(object)))
                    .toList();
        } catch (IOException | JacksonException | IllegalArgumentException unreadable) {
            LOG.warn("The breakpoints in {} cannot be read: {}", file(), unreadable.getMessage());
            return List.of();
        }
    }

    /** A failure is logged: breakpoints are not worth a stop. */
    void save(List<Kept> breakpoints) {
        ObjectNode root = JSON.createObjectNode().put("format", FORMAT);
        ArrayNode array = root.putArray("breakpoints");
        breakpoints.forEach(kept -> {
            ObjectNode object = json(kept.breakpoint());
            kept.anchor()
                    .ifPresent(anchor -> object.put("text", anchor.text())
                            .put("before", anchor.before())
                            .put("after", anchor.after()));
            array.add(object);
        });
        try {
            PrivateFiles.createFolder(folder.resolve(PrivateFiles.FOLDER));
            Files.writeString(file(), JSON.writerWithDefaultPrettyPrinter().writeValueAsString(root));
        } catch (IOException | JacksonException unwritable) {
            LOG.warn("The breakpoints cannot be kept in {}: {}", file(), unwritable.getMessage());
        }
    }

    private ObjectNode json(Breakpoint breakpoint) {
        ObjectNode object = JSON.createObjectNode().put("id", breakpoint.id());
        switch (breakpoint.trigger()) {
            case Trigger.Line(Path source, int line) ->
                object.put("on", "line").put("file", name(source)).put("line", line);
            case Trigger.Entry() -> object.put("on", "entry");
            case Trigger.ResponseStart(int status) ->
                object.put("on", "response").put("status", status);
            case Trigger.Chunk(int number) -> object.put("on", "chunk").put("number", number);
            case Trigger.Logged(String text) -> object.put("on", "log").put("text", text);
            case Trigger.Raised(String type, Trigger.Mode mode, boolean mine) ->
                object.put("on", "exception")
                        .put("type", type)
                        .put("mode", mode.name())
                        .put("mine", mine);
        }
        object.put("enabled", breakpoint.enabled())
                .put("condition", breakpoint.condition())
                .put("ignore", breakpoint.ignore())
                .put("message", breakpoint.message())
                .put("once", breakpoint.oneShot());
        RequestScope scope = breakpoint.scope();
        object.putObject("requests")
                .put("method", scope.method())
                .put("path", scope.path())
                .put("header", scope.header())
                .put("replayOf", scope.replayOf());
        return object;
    }

    private static Optional<Anchor> anchor(JsonNode object) {
        return object.has("text")
                ? Optional.of(new Anchor(
                        object.path("text").asString(""),
                        object.path("before").asString(""),
                        object.path("after").asString("")))
                : Optional.empty();
    }

    private Breakpoint breakpoint(JsonNode object) {
        JsonNode requests = object.path("requests");
        return new Breakpoint(
                object.path("id").asLong(),
                trigger(object),
                object.path("enabled").asBoolean(true),
                object.path("condition").asString(""),
                object.path("ignore").asInt(0),
                object.path("message").asString(""),
                object.path("once").asBoolean(false),
                new RequestScope(
                        requests.path("method").asString(""),
                        requests.path("path").asString(""),
                        requests.path("header").asString(""),
                        requests.path("replayOf").asLong(0)));
    }

    private Trigger trigger(JsonNode object) {
        return switch (object.path("on").asString("")) {
            case "line" ->
                new Trigger.Line(
                        folder.resolve(object.path("file").asString("")).normalize(),
                        object.path("line").asInt());
            case "entry" -> new Trigger.Entry();
            case "response" -> new Trigger.ResponseStart(object.path("status").asInt());
            case "chunk" -> new Trigger.Chunk(object.path("number").asInt());
            case "log" -> new Trigger.Logged(object.path("text").asString(""));
            case "exception" ->
                new Trigger.Raised(
                        object.path("type").asString(""),
                        Trigger.Mode.valueOf(object.path("mode").asString("")),
                        object.path("mine").asBoolean(true));
            default -> throw new IllegalArgumentException("a breakpoint of an unknown kind: " + object.path("on"));
        };
    }

    private String name(Path source) {
        return source.startsWith(folder) ? folder.relativize(source).toString() : source.toString();
    }
}
