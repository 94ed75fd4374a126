package vivarium.console;

import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import vivarium.debug.Debugger;
import vivarium.debug.Pause;

/** What is known at the debugger's prompt: names in the selected frame and, where it is pdb's own, commands. */
record PromptWords(Debugger debugger) {
    private static final long PATIENCE_SECONDS = 5;

    /** What the last word before the cursor may become; blocks a moment at most. */
    List<String> complete(Prompt prompt, String line, int cursor) {
        return debugger.current()
                .map(pause -> complete(pause, prompt, line, cursor))
                .orElse(List.of());
    }

    private static List<String> complete(Pause pause, Prompt prompt, String line, int cursor) {
        var words = prompt.takesCommands()
                ? pause.completeCommand(line, cursor)
                : pause.complete(pause.selected(), line, cursor);
        try {
            return words.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException slow) {
            pause.interrupt();
            return List.of();
        } catch (ExecutionException unknown) {
            return List.of();
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            return List.of();
        }
    }
}
