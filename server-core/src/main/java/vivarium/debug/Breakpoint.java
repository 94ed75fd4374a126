package vivarium.debug;

import java.nio.file.Path;

/**
 * Where to stop, and when.
 *
 * @param id from 1, as pdb numbers it; 0 before it was added
 * @param condition a Python expression that must be true; empty for none
 * @param ignore hits to let pass before the first stop
 * @param message instead of stopping, this is written to the error log, with each {@code {expression}} replaced by its value; empty to stop
 * @param oneShot gone after the first stop
 */
public record Breakpoint(
        long id,
        Trigger trigger,
        boolean enabled,
        String condition,
        int ignore,
        String message,
        boolean oneShot,
        RequestScope scope) {
    /** A plain one for whatever this is, not yet added. */
    public static Breakpoint on(Trigger trigger) {
        return new Breakpoint(0, trigger, true, "", 0, "", false, RequestScope.ANY);
    }

    /** A plain one in a line, not yet added. */
    public static Breakpoint at(Path file, int line) {
        return on(new Trigger.Line(file.toAbsolutePath().normalize(), line));
    }

    /** One for the next replay of an exchange alone, not yet added. */
    public static Breakpoint inReplay(Trigger trigger, long origin) {
        return on(trigger).once().within(new RequestScope("", "", "", origin));
    }

    /** The same under this number. */
    public Breakpoint numbered(long number) {
        return new Breakpoint(number, trigger, enabled, condition, ignore, message, oneShot, scope);
    }

    /** The same for something else. */
    public Breakpoint moved(Trigger other) {
        return new Breakpoint(id, other, enabled, condition, ignore, message, oneShot, scope);
    }

    /** The same, switched on or off. */
    public Breakpoint enabled(boolean on) {
        return new Breakpoint(id, trigger, on, condition, ignore, message, oneShot, scope);
    }

    /** The same with this condition; empty for none. */
    public Breakpoint when(String expression) {
        return new Breakpoint(id, trigger, enabled, expression, ignore, message, oneShot, scope);
    }

    /** The same, after so many hits have passed. */
    public Breakpoint ignoring(int hits) {
        return new Breakpoint(id, trigger, enabled, condition, hits, message, oneShot, scope);
    }

    /** The same as a log point. */
    public Breakpoint logging(String text) {
        return new Breakpoint(id, trigger, enabled, condition, ignore, text, oneShot, scope);
    }

    /** The same for one stop only. */
    public Breakpoint once() {
        return new Breakpoint(id, trigger, enabled, condition, ignore, message, true, scope);
    }

    /** The same for these requests only. */
    public Breakpoint within(RequestScope requests) {
        return new Breakpoint(id, trigger, enabled, condition, ignore, message, oneShot, requests);
    }
}
