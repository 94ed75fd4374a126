package vivarium.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jline.terminal.impl.ExternalTerminal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import vivarium.debug.Pause;
import vivarium.testing.Debugged;

/** Types at a terminal that exists in memory; the pauses are those of a really paused request. */
@Timeout(120)
class TerminalConsoleTest {
    private static final String UP = "\033OA";

    @RegisterExtension
    static final Debugged DEBUGGED = new Debugged();

    private final StringBuilder shown = new StringBuilder();

    @TempDir
    private Path folder;

    private PipedOutputStream keyboard;
    private TerminalConsole console;

    @BeforeEach
    void open() throws IOException {
        var keys = new PipedInputStream();
        keyboard = new PipedOutputStream(keys);
        var screen = new OutputStream() {
            @Override
            public void write(int b) {
                write(new byte[] {(byte) b}, 0, 1);
            }

            @Override
            public void write(byte[] bytes, int offset, int length) {
                synchronized (shown) {
                    shown.append(new String(bytes, offset, length, StandardCharsets.UTF_8));
                }
            }
        };
        console = new TerminalConsole(
                screen,
                words -> new LineEditor(
                        new ExternalTerminal("here", "xterm", keys, screen, StandardCharsets.UTF_8), history(), words));
        console.serve(DEBUGGED.debugger());
    }

    @AfterEach
    void close() {
        console.close();
    }

    @Test
    void theApplicationGetsLinesThatWereEdited() throws Exception {
        print("your name? ");
        var line = applicationReads();
        awaitTyping("your name? ");
        type("Zx\177o\033ODë\r"); // a slip corrected, and ë put before the last letter
        assertEquals("Zëo\n", line.get());
    }

    @Test
    void theEndOfTheFileIsToldAndReadingGoesOn() throws Exception {
        var end = applicationReads();
        awaitTyping("");
        type("\004");
        assertEquals("", end.get());
        var line = applicationReads();
        type("again\r");
        assertEquals("again\n", line.get());
    }

    @Test
    void longLinesAreReadInPieces() throws Exception {
        InputStream stdin = console.application().stdin();
        var pieces = elsewhere(() -> read(stdin, 3) + "|" + read(stdin, 100));
        type("gecko\r");
        assertEquals("gec|ko\n", pieces.get());
    }

    @Test
    void whatIsPrintedAppearsAboveTheLine() throws Exception {
        say("(Pdb) ");
        var line = debuggerReads();
        awaitTyping("(Pdb) ");
        type("p gec");
        awaitShown("p gec");
        print("a line of a");
        print("nother request\nand half ");
        awaitShown("a line of another request\n");
        assertFalse(text().contains("and half"), text());
        type("ko\r");
        assertEquals("p gecko\n", line.get());
        await("the rest", () -> text().endsWith("and half "));
    }

    @Test
    void nothingIsChangedWhileNobodyTypes() throws Exception {
        console.application().stdout().write(new byte[] {'a', (byte) 0xff, '\r'});
        console.application().stdout().write("%d\n".getBytes(StandardCharsets.UTF_8));
        assertEquals("a\uFFFD\r%d\n", text());
        var line = debuggerReads();
        type("c\r");
        assertEquals("c\n", line.get());
    }

    @Test
    void commandsAreRememberedAndNothingElse() throws Exception {
        debuggerReads("(Pdb) ", "p password\r");
        applicationReads("secret\r");
        debuggerReads("Clear all breaks? ", "y\r");
        debuggerReads("(Pdb request-2 #7) ", "w\r");
        assertEquals("p password\nw\n", Files.readString(history()));
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(history())));
        assertEquals("w\n", debuggerReads("(Pdb) ", UP + "\r"));
        assertEquals("p password\n", debuggerReads("(Pdb) ", UP + UP + "\r"));
        assertEquals("\n", applicationReads(UP + "\r"));
        close();
        open();
        assertEquals("p password\n", debuggerReads("(Pdb) ", UP + "\r"));
    }

    @Test
    void namesAndCommandsAreCompletedWhereTheRequestIsPaused() throws Exception {
        DEBUGGED.stopAt("inside");
        var answer = DEBUGGED.ask("/plain?ada");
        Pause pause = DEBUGGED.pauseAt("inside");
        assertEquals("whatis name\n", debuggerReads("(Pdb) ", "wha\t nam\t\r"));
        assertEquals("h whatis\n", debuggerReads("(Pdb) ", "h wha\t\r"));
        assertEquals("name.capitalize\n", debuggerReads("(Pdb) ", "name.capi\t\r"));
        assertEquals("wha name\n", debuggerReads(">>> ", "wha\t nam\t\r"));
        DEBUGGED.go(pause);
        DEBUGGED.get(answer);
        assertEquals("nam\n", debuggerReads("(Pdb) ", "nam\t\r"));
    }

    @Test
    void theApplicationGivesWayToThePausedRequest() throws Exception {
        print("your name? ");
        var name = applicationReads();
        awaitTyping("your name? ");
        type("An");
        awaitShown("An");
        DEBUGGED.stopAt("inside");
        var answer = DEBUGGED.ask("/plain?ada");
        Pause pause = DEBUGGED.pauseAt("inside");
        assertEquals("n\n", debuggerReads("(Pdb) ", "n\r"));
        assertEquals("c\n", debuggerReads("(Pdb) ", "c\r"));
        assertFalse(name.isDone());
        DEBUGGED.go(pause);
        DEBUGGED.get(answer);
        awaitShown("your name? An");
        type("n\r");
        assertEquals("Ann\n", name.get());
    }

    @Test
    void controlCClearsTheLineAndThenEndsVivarium() throws Exception {
        assertFalse(console.interrupt(), "nothing is paused");
        DEBUGGED.stopAt("inside");
        var answer = DEBUGGED.ask("/plain?ada");
        Pause pause = DEBUGGED.pauseAt("inside");
        say("(Pdb) ");
        var line = debuggerReads();
        awaitTyping("(Pdb) ");
        type("rubbish");
        awaitShown("rubbish");
        assertTrue(console.interrupt());
        assertEquals("interrupted", line.get());
        say("(Pdb) ");
        var next = debuggerReads();
        awaitTyping("(Pdb) ");
        assertFalse(console.interrupt(), "once more on an empty line");
        type("w\r");
        assertEquals("w\n", next.get());
        var last = debuggerReads();
        awaitTyping("");
        assertTrue(console.interrupt(), "a line was typed since");
        assertEquals("interrupted", last.get());
        DEBUGGED.go(pause);
        DEBUGGED.get(answer);
    }

    @Test
    void anInterruptedThreadStopsReadingAndStaysInterrupted() throws Exception {
        var still = new CompletableFuture<Boolean>();
        var reader = Thread.ofPlatform().daemon().start(() -> {
            assertThrows(
                    InterruptedIOException.class,
                    () -> console.debugger().stdin().read());
            still.complete(Thread.currentThread().isInterrupted());
        });
        awaitTyping("");
        reader.interrupt();
        assertTrue(still.get());
    }

    private Path history() {
        return folder.resolve("history");
    }

    private CompletableFuture<String> applicationReads() {
        return elsewhere(() -> read(console.application().stdin(), 100));
    }

    private String applicationReads(String keys) throws Exception {
        var line = applicationReads();
        awaitTyping("");
        type(keys);
        return line.get();
    }

    private CompletableFuture<String> debuggerReads() {
        return elsewhere(() -> read(console.debugger().stdin(), 100));
    }

    private String debuggerReads(String prompt, String keys) throws Exception {
        say(prompt);
        var line = debuggerReads();
        awaitTyping(prompt);
        type(keys);
        return line.get();
    }

    /** Not on a thread that others need: it may have to wait for ever. */
    private static CompletableFuture<String> elsewhere(Supplier<String> work) {
        var done = new CompletableFuture<String>();
        Thread.ofPlatform().daemon().start(() -> done.complete(work.get()));
        return done;
    }

    /** Empty at the end of the file. */
    private static String read(InputStream stream, int most) {
        var bytes = new byte[most];
        try {
            int count = stream.read(bytes);
            return new String(bytes, 0, Math.max(0, count), StandardCharsets.UTF_8);
        } catch (InterruptedIOException interrupted) {
            return "interrupted";
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private void print(String text) throws IOException {
        console.application().stdout().write(text.getBytes(StandardCharsets.UTF_8));
    }

    private void say(String text) throws IOException {
        console.debugger().stdout().write(text.getBytes(StandardCharsets.UTF_8));
    }

    private void type(String keys) throws IOException {
        keyboard.write(keys.getBytes(StandardCharsets.UTF_8));
        keyboard.flush();
    }

    /** Waits until a line is being typed behind this prompt, and forgets what was shown before. */
    private void awaitTyping(String prompt) {
        awaitShown("\033[?2004h" + prompt);
        synchronized (shown) {
            shown.setLength(0);
        }
    }

    private void awaitShown(String text) {
        await(text, () -> text().contains(text));
    }

    private void await(String what, BooleanSupplier condition) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (!condition.getAsBoolean()) {
            assertTrue(System.nanoTime() < end, () -> what + " did not come, but " + text());
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(5));
        }
    }

    /** As it would be on paper. */
    private String text() {
        synchronized (shown) {
            return shown.toString().replace("\r\n", "\n");
        }
    }
}
