package vivarium.ui;

import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import javafx.scene.control.ListView;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import org.fxmisc.richtext.CodeArea;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import vivarium.ui.testing.TestWindow;
import vivarium.ui.testing.WithWindow;

/** A request that does not end is seen, with the line at which it stands. */
@ExtendWith(WithWindow.class)
final class StuckThreadStoryTest {
    @Test
    void stuckThreadSeen(TestWindow window) {
        window.open("troubles");
        window.run();
        var answer = CompletableFuture.supplyAsync(
                () -> window.get("/sleep?seconds=600").statusCode());
        window.showPane("threads");
        window.await(() -> window.says(".thread-stuck", "stuck"), "a stuck thread");
        window.await(() -> window.says(".thread-doing", "sleeping, in sleep"), "what it does");
        window.await(() -> window.has(".frame-source", "# @sleep"), "the line of source");
        window.picture("stuck-thread");
        window.robot().clickOn(".frame-place");
        var area = window.node("#source-area", CodeArea.class);
        window.await(() -> area.getText().contains("@sleep"), "the source");
        var frames = window.node("#stack-frames", ListView.class);
        window.fx(frames::requestFocus);
        window.robot().press(KeyCode.SHORTCUT, KeyCode.C).release(KeyCode.C, KeyCode.SHORTCUT);
        window.await(
                () -> Objects.requireNonNullElse(Clipboard.getSystemClipboard().getString(), "")
                        .contains("time.sleep("),
                "the frame on the clipboard");
        assertFalse(answer.isDone());
    }
}
