package vivarium.engine.embedded;

import com.oracle.graal.python.nodes.bytecode.PBytecodeGeneratorRootNode;
import com.oracle.truffle.api.RootCallTarget;
import com.oracle.truffle.api.Truffle;
import com.oracle.truffle.api.source.SourceSection;
import java.util.regex.Pattern;

/**
 * Generators and coroutines go on in the middle of a line. The engine tells its debugger of that as of the beginning of the line, which
 * has been there before; only the root that it goes on with says that it is no beginning.
 */
final class Resumption {
    private static final Pattern LEAVING = Pattern.compile("\\b(?:yield|await|async)\\b");

    private Resumption() {}

    /** Whether the innermost function of the calling thread is one that may be left in this line and go on with it. */
    static boolean mayFollow(SourceSection line) {
        return resumedAt() >= 0 && LEAVING.matcher(line.getCharacters()).find();
    }

    /** Whether it is one that has been left, and entered again. */
    static boolean isUnderWay() {
        return resumedAt() > 0;
    }

    /** Where in its bytecode it was entered; 0 for its beginning, -1 for other functions. */
    private static int resumedAt() {
        Integer place = Truffle.getRuntime()
                .iterateFrames(frame -> frame.getCallTarget() instanceof RootCallTarget target
                                && target.getRootNode() instanceof PBytecodeGeneratorRootNode generator
                        ? generator.getResumeBci()
                        : -1);
        return place == null ? -1 : place;
    }
}
