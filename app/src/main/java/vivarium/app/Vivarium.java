package vivarium.app;

import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.stage.Stage;
import vivarium.ui.MainWindow;

/**
 * The program with a window, made by JavaFX. Its name is the window's class on Linux ({@code StartupWMClass}). What was asked for is
 * in the parameters, which are the command line as it was given.
 */
public final class Vivarium extends Application {
    @Override
    public void start(Stage stage) {
        // What was begun ends after the window has gone; JavaFX would end the process in the middle of that.
        Platform.setImplicitExit(false);
        var asked = new VivariumCommand();
        Main.commandLine(asked).parseArgs(getParameters().getRaw().toArray(String[]::new));
        var workshop = Workshop.open(asked, getHostServices());
        var window = new MainWindow(stage, workshop.surroundings());
        var status = new AtomicInteger();
        window.onClosed(() -> workshop.thread("vivarium-end", () -> {
            workshop.close();
            System.exit(status.get());
        }));
        workshop.endOnSignals(window);
        window.show();
        asked.folder().ifPresent(folder -> window.open(folder, asked.settings()));
        if (asked.window().screenshots != null) {
            new Screenshots(
                            window,
                            stage,
                            asked.folder().orElse(Path.of(".")).toAbsolutePath().normalize(),
                            asked.window().screenshots,
                            () -> status.set(Main.USER))
                    .start();
        } else if (asked.window().run) {
            window.run().run();
        }
    }
}
