package vivarium.engine.embedded;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vivarium.debug.Evaluation;
import vivarium.debug.Frame;
import vivarium.debug.Scope;
import vivarium.debug.Variable;
import vivarium.journal.Environ;

/** What Python's side of the debugger answers. */
final class PauseJson {
    private static final JsonMapper JSON = JsonMapper.shared();

    private PauseJson() {}

    static List<Frame> frames(String text, Predicate<String> mine) {
        var frames = new ArrayList<Frame>();
        for (JsonNode frame : JSON.readTree(text)) {
            String file = frame.path(0).asString();
            frames.add(new Frame(
                    frames.size(), file, frame.path(1).asInt(), frame.path(2).asString(), mine.test(file)));
        }
        return List.copyOf(frames);
    }

    static List<Scope> scopes(String text) {
        return list(
                text,
                scope -> new Scope(
                        Scope.Kind.valueOf(scope.path(0).asString()),
                        scope.path(1).asLong(),
                        scope.path(2).asInt()));
    }

    static List<Variable> variables(String text) {
        return list(text, PauseJson::variable);
    }

    static List<String> strings(String text) {
        return list(text, JsonNode::asString);
    }

    /** The keys of an environ in the order of their groups: title and keys of each. */
    static String groups(String keys) {
        var groups = new EnumMap<Environ.Group, List<String>>(Environ.Group.class);
        for (String key : strings(keys)) {
            groups.computeIfAbsent(Environ.Group.of(key), group -> new ArrayList<>())
                    .add(key);
        }
        return JSON.writeValueAsString(groups.entrySet().stream()
                .map(group -> List.of(group.getKey().title(), group.getValue()))
                .toList());
    }

    static Evaluation evaluation(String text) {
        JsonNode answer = JSON.readTree(text);
        if (answer.has("value")) {
            return new Evaluation.Value(variable(answer.path("value")));
        }
        return answer.has("problem")
                ? new Evaluation.Failed(answer.path("problem").asString())
                : new Evaluation.Done(answer.path("output").asString(""));
    }

    private static Variable variable(JsonNode parts) {
        return new Variable(
                parts.path(0).asString(),
                parts.path(1).asString(),
                parts.path(2).asString(),
                parts.path(3).asBoolean(),
                parts.path(4).asLong(),
                parts.path(5).asInt(),
                parts.path(6).asString());
    }

    private static <T> List<T> list(String text, Function<JsonNode, T> element) {
        var list = new ArrayList<T>();
        JSON.readTree(text).forEach(node -> list.add(element.apply(node)));
        return List.copyOf(list);
    }
}
