package vivarium.engine.embedded;

import java.nio.file.Path;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import vivarium.debug.Breakpoint;
import vivarium.debug.BreakpointStatus;
import vivarium.debug.Breakpoints;
import vivarium.debug.Trigger;

/** Breakpoints in lines as pdb's commands know them: it counts down what is still to be ignored. */
record ConsoleMarks(Breakpoints breakpoints) {
    private static final JsonMapper JSON = JsonMapper.shared();

    String text() {
        ObjectNode root = JSON.createObjectNode();
        ArrayNode list = root.putArray("list");
        for (BreakpointStatus status : breakpoints.list()) {
            Breakpoint breakpoint = status.breakpoint();
            if (breakpoint.trigger() instanceof Trigger.Line(Path file, int line)) {
                list.addArray()
                        .add(breakpoint.id())
                        .add(file.toString())
                        .add(line)
                        .add(breakpoint.enabled())
                        .add(breakpoint.condition())
                        .add(Math.max(0, breakpoint.ignore() - status.hits()))
                        .add(breakpoint.oneShot())
                        .add(status.hits());
            }
        }
        return root.put("next", breakpoints.next()).toString();
    }

    void change(String text) {
        JsonNode changes = JSON.readTree(text);
        for (JsonNode gone : changes.path("gone")) {
            breakpoints.remove(gone.asLong());
        }
        for (JsonNode mark : changes.path("changed")) {
            long id = mark.path(0).asLong();
            Optional<BreakpointStatus> known = breakpoints.find(id);
            var line = new Trigger.Line(
                    Path.of(mark.path(1).asString()), mark.path(2).asInt());
            Breakpoint base = known.map(BreakpointStatus::breakpoint).orElse(Breakpoint.on(line));
            long hits = known.map(BreakpointStatus::hits).orElse(0L);
            int ignore = mark.path(5).asInt();
            Breakpoint changed = new Breakpoint(
                    id,
                    line,
                    mark.path(3).asBoolean(),
                    mark.path(4).asString(),
                    ignore == 0 ? 0 : (int) (hits + ignore),
                    base.message(),
                    mark.path(6).asBoolean(),
                    base.scope());
            if (known.isPresent()) {
                breakpoints.replace(changed);
            } else {
                breakpoints.restore(changed);
            }
        }
    }
}
