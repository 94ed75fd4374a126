package vivarium.compare;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Compares JSON by its structure: white space and the order of members do not matter. */
final class JsonComparison {
    private static final int SHORT = 200;

    private final Differences differences;

    private JsonComparison(Differences differences) {
        this.differences = differences;
    }

    /** Whether both were JSON, and are compared. */
    static boolean compare(String left, String right, Differences differences) {
        try {
            new JsonComparison(differences)
                    .compare(
                            "$",
                            "",
                            JsonMapper.shared().readTree(left),
                            JsonMapper.shared().readTree(right));
            return true;
        } catch (JacksonException none) {
            return false;
        }
    }

    private void compare(String path, String name, JsonNode left, JsonNode right) {
        if (differences.full() || left.equals(right)) {
            return;
        }
        if (ignored(path)) {
            differences.add(IgnoreRules.generic(path), Difference.changed(path, "", ""));
        } else if (left.isObject() && right.isObject()) {
            objects(path, left, right);
        } else if (left.isArray() && right.isArray()) {
            arrays(path, name, left, right);
        } else if (left.isString() && right.isString()) {
            differences.compare(name, path, left.toString(), right.toString());
        } else {
            differences.add(name, Difference.changed(path, brief(left), brief(right)));
        }
    }

    private boolean ignored(String path) {
        return differences.rules().ignores(IgnoreRules.generic(path));
    }

    private void objects(String path, JsonNode left, JsonNode right) {
        for (var entry : left.properties()) {
            var there = path + "." + entry.getKey();
            var other = right.get(entry.getKey());
            if (other == null) {
                differences.add(entry.getKey(), Difference.removed(there, brief(entry.getValue())));
            } else if (differences.rules().ignores(entry.getKey())
                    && !entry.getValue().equals(other)) {
                differences.add(entry.getKey(), Difference.changed(there, "", ""));
            } else {
                compare(there, entry.getKey(), entry.getValue(), other);
            }
        }
        for (var entry : right.properties()) {
            if (!left.has(entry.getKey())) {
                differences.add(entry.getKey(), Difference.added(path + "." + entry.getKey(), brief(entry.getValue())));
            }
        }
    }

    private void arrays(String path, String name, JsonNode left, JsonNode right) {
        int start = 0;
        int least = Math.min(left.size(), right.size());
        while (start < least && left.get(start).equals(right.get(start))) {
            start++;
        }
        int end = 0;
        while (end < least - start && left.get(left.size() - 1 - end).equals(right.get(right.size() - 1 - end))) {
            end++;
        }
        var before = elements(left, start, left.size() - end);
        var after = elements(right, start, right.size() - end);
        boolean insertion = before.isEmpty() || after.isEmpty() || before.size() == after.size();
        if (insertion) {
            byPlace(path, name, before, after, start, start);
            return;
        }
        for (var block : Alignment.of(before, after)) {
            byPlace(
                    path,
                    name,
                    before.subList(block.leftFrom(), block.leftTo()),
                    after.subList(block.rightFrom(), block.rightTo()),
                    start + block.leftFrom(),
                    start + block.rightFrom());
        }
    }

    private void byPlace(String path, String name, List<JsonNode> before, List<JsonNode> after, int from, int to) {
        int both = Math.min(before.size(), after.size());
        for (int i = 0; i < both; i++) {
            compare(path + "[" + (from + i) + "]", name, before.get(i), after.get(i));
        }
        for (int i = both; i < before.size(); i++) {
            differences.add(name, Difference.removed(path + "[" + (from + i) + "]", brief(before.get(i))));
        }
        for (int i = both; i < after.size(); i++) {
            differences.add(name, Difference.added(path + "[" + (to + i) + "]", brief(after.get(i))));
        }
    }

    private static List<JsonNode> elements(JsonNode array, int from, int to) {
        var elements = new ArrayList<JsonNode>(Math.max(0, to - from));
        for (int i = from; i < to; i++) {
            elements.add(array.get(i));
        }
        return elements;
    }

    private static String brief(JsonNode node) {
        var text = node.toString();
        return text.length() <= SHORT ? text : text.substring(0, SHORT) + "…";
    }
}
