package vivarium.engine.embedded;

import com.oracle.truffle.api.source.Source;
import java.util.function.Predicate;

/** The code in which a step may end. */
final class SteppedCode {
    private final Predicate<String> mine;
    private volatile boolean onlyMine = true;

    /** @param mine whether a file is the project's own */
    SteppedCode(Predicate<String> mine) {
        this.mine = mine;
    }

    /** Whether it is the project's own code only; so it is at first. */
    void onlyMine(boolean on) {
        onlyMine = on;
    }

    boolean contains(Source source) {
        return onlyMine ? isMine(source) : isPython(source);
    }

    boolean isMine(Source source) {
        return mine.test(name(source));
    }

    private static boolean isPython(Source source) {
        return !name(source).contains("/vivarium_agent/") && !name(source).startsWith("<");
    }

    /** Its path, or what it is called where it has none. */
    static String name(Source source) {
        String path = source.getPath();
        return path == null ? source.getName() : path;
    }
}
