package vivarium.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import vivarium.testing.Served;

/** What Python makes of the console's streams. */
@Timeout(60)
class PythonConsoleTest {
    @RegisterExtension
    static final Served served = Served.module("wire.reading");

    private Console console;

    @BeforeEach
    void begin() {
        console = served.python().console();
        console.forgetTyped();
        console.drain();
    }

    @AfterEach
    void nobodyStaysBehind() {
        console.interrupt();
    }

    @Test
    void inputPromptsAndReadsALine() throws Exception {
        var answer = ask("/input");
        awaitReader();
        assertEquals("your name? ", shown());
        console.type("Zoe");
        assertEquals("Hello Zoe", answer.get());
    }

    @Test
    void otherRequestsAreServedMeanwhile() throws Exception {
        var answer = ask("/input");
        awaitReader();
        assertEquals("free", served.get("/free"));
        assertFalse(answer.isDone());
        console.type("Ann");
        assertEquals("Hello Ann", answer.get());
    }

    @Test
    void theEndOfTheFileIsToldToEachWayOfReading() throws Exception {
        assertEquals("EOFError EOF when reading a line", answerAfter("/input", console::endOfFile));
        assertEquals("''", answerAfter("/line", console::endOfFile));
        assertEquals("b''", answerAfter("/fd", console::endOfFile));
    }

    @Test
    void readTakesEverythingUpToTheEnd() throws Exception {
        assertEquals("'lion\\nzebra\\n'", answerAfter("/read", () -> {
            console.type("lion");
            console.type("zebra");
            console.endOfFile();
        }));
    }

    @Test
    void bytesAndDescriptorAreThereToo() throws Exception {
        assertEquals("b'Zo\\xc3\\xab\\n'", answerAfter("/buffer", () -> console.type("Zoë")));
        assertEquals("b'Zo\\xc3\\xab\\n'", answerAfter("/fd", () -> console.type("Zoë")));
        assertEquals("0 False utf-8 <stdin>", served.get("/about"));
    }

    @Test
    void anInterruptIsAKeyboardInterruptInTheReadingThread() throws Exception {
        assertEquals("KeyboardInterrupt", answerAfter("/input", console::interrupt));
        assertEquals("KeyboardInterrupt", answerAfter("/line", console::interrupt));
        assertEquals("Hello again", answerAfter("/input", () -> console.type("again")));
    }

    @Test
    void breakpointOpensPdb() throws Exception {
        var answer = ask("/breakpoint");
        awaitReader();
        String prompt = shown();
        assertTrue(prompt.contains("breakpoint()") || prompt.contains("return ' '.join(animals)"), prompt);
        assertTrue(prompt.endsWith("(Pdb) "), prompt);
        console.type("p animals[0].upper()");
        awaitShown("'GECKO'\n(Pdb) ");
        console.type("c");
        assertEquals("gecko newt", answer.get());
    }

    private String answerAfter(String path, Runnable act) throws Exception {
        var answer = ask(path);
        awaitReader();
        act.run();
        return answer.get();
    }

    private static CompletableFuture<String> ask(String path) {
        return CompletableFuture.supplyAsync(() -> served.get(path));
    }

    private void awaitReader() throws InterruptedException {
        while (console.readers().isEmpty()) {
            Thread.sleep(5);
        }
    }

    private void awaitShown(String end) throws InterruptedException {
        var all = new StringBuilder();
        while (!all.toString().endsWith(end)) {
            all.append(shown());
            Thread.sleep(5);
        }
    }

    private String shown() {
        var text = new StringBuilder();
        console.drain().forEach(piece -> text.append(piece.text()));
        return text.toString();
    }
}
