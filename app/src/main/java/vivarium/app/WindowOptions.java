package vivarium.app;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What holds for the window alone. */
final class WindowOptions {
    @Option(names = "--run", description = "Run the project as soon as the window is up.")
    boolean run;

    @Option(
            names = "--screenshots",
            paramLabel = "DIR",
            description =
                    "Run the project in a window that needs no display, send it requests, write pictures of every pane"
                            + " there, and end.")
    @Nullable
    Path screenshots;
}
