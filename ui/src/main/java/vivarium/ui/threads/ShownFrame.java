package vivarium.ui.threads;

import java.util.List;
import vivarium.engine.PythonStack.Frame;

/**
 * A frame as it is shown.
 *
 * @param source its line of source; empty where the file is not there
 */
record ShownFrame(Frame frame, String source) {
    /** As a traceback writes it, with the local variables below. */
    String text() {
        var text = new StringBuilder(
                "  File \"%s\", line %d, in %s".formatted(frame.file(), frame.line(), frame.function()));
        if (!source.isEmpty()) {
            text.append("\n    ").append(source);
        }
        locals().forEach(local -> text.append("\n      ").append(local));
        return text.toString();
    }

    /** Name and {@code repr} of each local variable; empty where they were not asked for. */
    List<String> locals() {
        return frame.locals().lines().toList();
    }
}
