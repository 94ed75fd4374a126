import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.IndexedCell;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import vivarium.debug.Breakpoint;
import vivarium.ui.run.Phase;
import vivarium.ui.run.ProjectSettings;

/**
 * Stops real requests in the real window, and steps. Arguments: a project folder with {@code debugged.py}, the number of hits that are
 * measured. Prints lines as {@link WindowBenchmark} does. A time ends with the layout that shows what was waited for.
 */
public final class DebugBenchmark {
    private static final int WARM_HITS = 20;
    private static final int STEPS_EACH = 10;

    private final OpenWindow opened;
    private final Scene scene;
    private final Path source;
    private final int hits;
    private final Times toPane = new Times();
    private final Times toMarker = new Times();

    private DebugBenchmark(OpenWindow opened, Path source, int hits) {
        this.opened = opened;
        this.scene = opened.stage().getScene();
        this.source = source;
        this.hits = hits;
    }

    public static void main(String[] arguments) throws Exception {
        try {
            Path project = Path.of(arguments[0]).toRealPath();
            var how = ProjectSettings.standard().withApplication("debugged:application");
            new DebugBenchmark(
                            OpenWindow.of(project, how), project.resolve("debugged.py"), Integer.parseInt(arguments[1]))
                    .measureAll();
        } catch (RuntimeException failure) {
            failure.printStackTrace();
            System.exit(1); // the FX thread would keep the process alive
        }
        System.exit(0);
    }

    private void measureAll() throws IOException, InterruptedException {
        int line = line("# @stop");
        Fx.run(() -> opened.window().perform("run"));
        Fx.await(() -> opened.window().run().phase().get() == Phase.SERVING);
        URI address = Fx.call(() -> opened.window().run().address().get().orElseThrow());
        opened.engine().debugger().breakpoints().add(Breakpoint.at(source, line));
        Fx.run(() -> opened.window().showSource(source, line));
        for (int i = 0; i < WARM_HITS + hits; i++) {
            one(address, line, 1_000_000 + i, i >= WARM_HITS);
        }
        toPane.print("hit\tfrom a request to the frames and variables of its stop");
        toMarker.print("step\tfrom F10 to the marker in the next line");
    }

    /** One request: stopped, stepped through, let go. */
    private void one(URI address, int line, int number, boolean counted) throws IOException, InterruptedException {
        try (var socket = new Socket(address.getHost(), address.getPort())) {
            byte[] request = ("GET /stop/" + number + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII);
            long hit = until(() -> write(socket, request), false, () -> marked(line) && framed(line) && valued(number));
            if (counted) {
                toPane.add(hit);
            }
            for (int step = 0; step < STEPS_EACH; step++) {
                int next = line + 1 + step % 2; // the head of the loop and its body in turns
                long moved = until(() -> press(KeyCode.F10), true, () -> marked(next));
                if (counted) {
                    toMarker.add(moved);
                }
            }
            Fx.run(() -> press(KeyCode.F8));
            socket.getInputStream().readAllBytes();
            Fx.await(() ->
                    opened.window().debugger().pausedExchanges().isEmpty() && !marked(line + 1) && !marked(line + 2));
        }
    }

    /** Nanoseconds from the action to the end of the layout after which this holds. */
    private long until(Runnable action, boolean onFxThread, BooleanSupplier shown) throws InterruptedException {
        var done = new CountDownLatch(1);
        long[] times = new long[2];
        Runnable afterLayout = () -> {
            if (times[1] == 0 && shown.getAsBoolean()) {
                times[1] = System.nanoTime();
                done.countDown();
            }
        };
        Fx.run(() -> scene.addPostLayoutPulseListener(afterLayout));
        Runnable timed = () -> {
            times[0] = System.nanoTime();
            action.run();
        };
        if (onFxThread) {
            Fx.run(timed);
        } else {
            timed.run();
        }
        if (!done.await(60, TimeUnit.SECONDS)) {
            throw new IllegalStateException("the window does not show what was waited for");
        }
        Fx.run(() -> scene.removePostLayoutPulseListener(afterLayout));
        return times[1] - times[0];
    }

    private static void write(Socket socket, byte[] request) {
        try {
            socket.getOutputStream().write(request);
        } catch (IOException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private void press(KeyCode key) {
        Node focused = scene.getFocusOwner() == null ? scene.getRoot() : scene.getFocusOwner();
        for (var type : List.of(KeyEvent.KEY_PRESSED, KeyEvent.KEY_RELEASED)) {
            Event.fireEvent(focused, new KeyEvent(type, "", "", key, false, false, false, false));
        }
    }

    private boolean marked(int line) {
        Node gutter = scene.lookup("#gutter-" + line);
        return gutter != null && gutter.lookup(".executing-mark") != null;
    }

    private boolean framed(int line) {
        return scene.getRoot().lookupAll("#debug-frames .list-cell").stream()
                .anyMatch(cell -> cell instanceof IndexedCell<?> shown
                        && !shown.isEmpty()
                        && shown.lookupAll(".label").stream()
                                .anyMatch(label -> text(label).contains(":" + line)));
    }

    private boolean valued(int number) {
        return scene.getRoot().lookupAll("#debug-variables .variable-value").stream()
                .anyMatch(cell -> text(cell).equals(Integer.toString(number)));
    }

    private static String text(Node node) {
        return node instanceof Labeled label && label.getText() != null ? label.getText() : "";
    }

    private int line(String marker) throws IOException {
        List<String> lines = Files.readAllLines(source);
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).endsWith(marker)) {
                return i + 1;
            }
        }
        throw new IllegalStateException("no " + marker);
    }
}
