package vivarium.threads;

import java.util.Locale;
import vivarium.engine.PythonStack;

/** Writes a dump as text; reads the source files for the lines that it shows. */
final class DumpText {
    /** More than the deepest stacks go through. */
    private static final int FILES = 200;

    private final StringBuilder text = new StringBuilder();
    private final SourceLines sources = new SourceLines(FILES);

    private DumpText() {}

    static String of(ThreadDump dump) {
        var writer = new DumpText();
        writer.write(dump);
        return writer.text.toString();
    }

    private void write(ThreadDump dump) {
        text.append("# ProcessId: ").append(dump.processId()).append('\n');
        text.append("# Time: ").append(dump.takenAt()).append('\n');
        if (dump.threads().isEmpty()) {
            text.append("\n# No thread is running Python code.\n");
        }
        for (ThreadDump.Entry entry : dump.threads()) {
            text.append("\n# Thread: ").append(entry.stack().thread());
            if (!entry.stack().name().equals(entry.stack().thread())) {
                text.append(" (").append(entry.stack().name()).append(')');
            }
            text.append(", ").append(entry.stack().state()).append('\n');
            entry.serving()
                    .ifPresent(serving -> text.append(String.format(
                            Locale.ROOT,
                            "# Request: #%d %s %s, for %.3f s%n",
                            serving.exchange(),
                            serving.method(),
                            serving.target(),
                            serving.nanos() / 1e9)));
            entry.stack().frames().reversed().forEach(this::frame);
            if (!entry.stack().answered()) {
                text.append(
                        "# It is in a native call and cannot say where; its stack in the engine, innermost first:\n");
                entry.stack()
                        .nativeFrames()
                        .forEach(frame -> text.append("  ").append(frame).append('\n'));
            }
        }
    }

    private void frame(PythonStack.Frame frame) {
        text.append("File: \"")
                .append(frame.file())
                .append("\", line ")
                .append(frame.line())
                .append(", in ")
                .append(frame.function())
                .append('\n');
        String source = sources.line(frame.file(), frame.line());
        if (!source.isEmpty()) {
            text.append("  ").append(source).append('\n');
        }
        frame.locals()
                .lines()
                .forEach(local -> text.append("    ").append(local).append('\n'));
    }
}
