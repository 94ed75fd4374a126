package vivarium.ui.source;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javafx.scene.control.MenuItem;

/** What a debugger knows about the lines of a source file, and what it does for them. Lines count from 1. FX thread only. */
public interface LineMarks {
    /** The marks of that file, by their lines. */
    Map<Integer, LineMark> of(Path file);

    /** The line at which the chosen thread has stopped in that file, or 0. */
    int executing(Path file);

    /** Sets a breakpoint there, or takes it away. */
    void toggle(Path file, int line);

    /** What can be done to that line. */
    List<MenuItem> menu(Path file, int line);

    /** Tells what that expression is worth where the chosen thread has stopped; nothing where none has, or where it is no expression. */
    void value(Path file, String expression, Consumer<String> receiver);

    /** What is shown of that file was read from it just now: it may have been edited. */
    void read(Path file);

    /** {@code listener} is called after each change of what the others return. */
    void onChange(Runnable listener);

    /** Nothing is known of any line, and nothing is done. */
    static LineMarks none() {
        return new LineMarks() {
            @Override
            public Map<Integer, LineMark> of(Path file) {
                return Map.of();
            }

            @Override
            public int executing(Path file) {
                return 0;
            }

            @Override
            public void toggle(Path file, int line) {}

            @Override
            public List<MenuItem> menu(Path file, int line) {
                return List.of();
            }

            @Override
            public void value(Path file, String expression, Consumer<String> receiver) {}

            @Override
            public void read(Path file) {}

            @Override
            public void onChange(Runnable listener) {}
        };
    }
}
