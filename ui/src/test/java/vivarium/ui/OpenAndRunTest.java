package vivarium.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import vivarium.ui.run.Phase;
import vivarium.ui.run.ProjectSettings;
import vivarium.ui.testing.TestWindow;
import vivarium.ui.testing.WithWindow;

/** From a folder to an application that serves; and what is said when that does not work at once. */
@ExtendWith(WithWindow.class)
final class OpenAndRunTest {
    @TempDir
    private Path folder = Path.of("");

    @Test
    void servesTheFolderThatWasOpenedAndShowsItsAddress(TestWindow window) {
        window.node("#welcome-open", Button.class);
        window.open("guestbook");
        window.robot().clickOn("#tool-run");
        window.await(() -> window.window().run().phase().get() == Phase.SERVING, "serving");

        assertEquals(200, window.get("/").statusCode());
        window.settle();
        assertEquals("1", window.node("#tool-requests", Button.class).getText());
        window.robot().clickOn(window.node("#tool-address", Hyperlink.class));
        assertEquals(List.of(window.address()), window.browsed());

        window.robot().push(KeyCode.SHIFT, KeyCode.F5);
        window.await(() -> window.window().run().phase().get() == Phase.STOPPED, "stopped");
        window.robot().push(KeyCode.F5);
        window.await(() -> window.window().run().phase().get() == Phase.SERVING, "serving again");
        assertEquals(200, window.get("/").statusCode());
    }

    @Test
    void saysWhatIsMissingInAFolderWithoutAnApplication(TestWindow window) {
        window.open(folder);
        window.press("run");

        String said = window.node("#notice-text", Label.class).getText();
        assertTrue(said.startsWith("No WSGI application was found in"), said);
        assertTrue(said.contains("in the window with “Choose the application”"), said);
        window.robot().clickOn("Choose the application…");
        window.node("#project-application", javafx.scene.control.ComboBox.class);
    }

    @Test
    void offersTheOtherApplications(TestWindow window) throws IOException {
        Files.writeString(folder.resolve("app.py"), hello("app") + "app.name = 1\n");
        Files.writeString(folder.resolve("wsgi.py"), hello("application"));
        window.open(folder);
        window.run();
        assertEquals("application", window.get("/").body());

        window.robot().clickOn("Run app:app");
        window.await(
                () -> window.window().run().notice().get().isEmpty()
                        && window.window().run().phase().get() == Phase.SERVING,
                "the other one");
        assertEquals("app", window.get("/").body());
    }

    private static String hello(String name) {
        return """
                def %1$s(environ, start_response):
                    start_response('200 OK', [('Content-Type', 'text/plain')])
                    return [b'%1$s']
                """.formatted(name);
    }

    @Test
    void usesAFreePortWhenAskedTo(TestWindow window) throws IOException {
        Files.writeString(folder.resolve("wsgi.py"), hello("application"));
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            window.fx(() -> window.window()
                    .open(folder, Optional.of(ProjectSettings.standard().withPort(taken.getLocalPort()))));
            window.press("run");
            window.await(() -> window.window().run().notice().get().isPresent(), "a notice");

            window.robot().clickOn("Use a free port");
            window.await(() -> window.window().run().phase().get() == Phase.SERVING, "serving");
            assertEquals(200, window.get("/").statusCode());
        }
    }

    @Test
    void refusesAProjectThatIsOpenAlreadyAndAFolderThatIsNotThere(TestWindow window) throws IOException {
        window.fx(() -> window.window().open(folder.resolve("nowhere")));
        assertTrue(window.node("#notice-text", Label.class).getText().startsWith("There is no folder"));

        window.open(folder);
        window.fx(() -> window.window().open(folder));
        assertEquals(List.of(folder), window.opened(), "another window is asked for, which will find the lock");
        assertTrue(vivarium.run.ProjectLock.take(TestWindow.project(folder)).isEmpty());
    }
}
