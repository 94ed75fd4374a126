package vivarium.ui.threads;

import java.util.List;
import vivarium.engine.PythonStack.Frame;

/**
 * A frame as it is shown.
 *
 * @param source its line of source; empty where the file is not there
 */
record ShownFrame(Frame frame, String source) {
    /** Name and {@code repr} of each local variable; empty where they were not asked for. */
    List<String> locals() {
        return frame.locals().lines().toList();
    }
}
