package vivarium.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import vivarium.console.Piece.Origin;

@Timeout(20)
class ConsoleTest {
    private final Console console = new Console(1000);

    @Test
    void aReadGetsOneLineHoweverManyWereTyped() throws IOException {
        console.type("lion");
        console.type("zebra");
        assertEquals("lion\n", read(100));
        assertEquals("ze", read(2));
        assertEquals("bra\n", read(100));
    }

    @Test
    void whatWasTypedIsShown() {
        console.type("lion");
        console.endOfFile();
        assertEquals(List.of(new Piece(Origin.INPUT, "lion\n"), new Piece(Origin.INPUT, "^D\n")), console.drain());
    }

    @Test
    void anEndOfFileIsReadOnce() throws IOException {
        console.endOfFile();
        console.type("lion");
        assertEquals("", read(100));
        assertEquals("lion\n", read(100));
    }

    @Test
    void aReaderIsKnownWhileItWaits() throws Exception {
        var reading = reading();
        assertEquals(
                List.of("reader"),
                console.readers().stream().map(Console.Reader::thread).toList());
        console.type("lion");
        assertEquals("lion\n", reading.get());
        assertEquals(List.of(), console.readers());
    }

    @Test
    void anInterruptEndsTheReadThatWaitsAndNoOther() throws Exception {
        var reading = reading();
        assertTrue(console.interrupt());
        var failure = assertThrows(ExecutionException.class, reading::get);
        assertTrue(
                String.valueOf(failure.getCause()).contains(InterruptedIOException.class.getName()), failure::toString);
        console.type("lion");
        assertEquals("lion\n", read(100));
    }

    @Test
    void anInterruptDropsWhatWasTypedAheadAndSaysWhenNobodyReads() throws Exception {
        console.type("lion");
        assertFalse(console.interrupt());
        console.type("zebra");
        assertEquals("zebra\n", read(100));
        assertEquals(Origin.NOTE, console.drain().get(1).origin());
    }

    @Test
    void sequencesThatAreCutBetweenWritesAreWhole() throws IOException {
        byte[] bytes = "ü€🦎".getBytes(StandardCharsets.UTF_8);
        for (byte b : bytes) {
            console.streams().stdout().write(b);
        }
        console.streams().stdout().write(new byte[] {(byte) 0xff, 'x'});
        var text = new StringBuilder();
        console.drain().forEach(piece -> text.append(piece.text()));
        assertEquals("ü€🦎\ufffdx", text.toString());
    }

    @Test
    void outputThatNobodyTakesIsBoundedAndTheLossIsSaid() throws IOException {
        for (int i = 0; i < 30; i++) {
            console.streams().stdout().write("0123456789".repeat(10).getBytes(StandardCharsets.UTF_8));
        }
        var pieces = console.drain();
        assertEquals(new Piece(Origin.NOTE, "… 2,000 characters were not shown in time …\n"), pieces.getFirst());
        assertEquals(
                1000,
                pieces.stream().skip(1).mapToInt(piece -> piece.text().length()).sum());
    }

    @Test
    void newsComeOnceBetweenTwoDrains() throws IOException {
        var news = new AtomicInteger();
        console.onNews(news::incrementAndGet);
        console.streams().stdout().write('a');
        console.streams().stdout().write('b');
        assertEquals(1, news.get());
        console.drain();
        console.streams().stdout().write('c');
        assertEquals(2, news.get());
    }

    private String read(int most) throws IOException {
        var bytes = new byte[most];
        int count = console.streams().stdin().read(bytes);
        return count < 0 ? "" : new String(bytes, 0, count, StandardCharsets.UTF_8);
    }

    /** A read that waits, on a thread of its own. */
    private CompletableFuture<String> reading() throws InterruptedException {
        var result = CompletableFuture.supplyAsync(
                () -> {
                    try {
                        return read(100);
                    } catch (IOException failed) {
                        throw new IllegalStateException(failed);
                    }
                },
                task -> Thread.ofPlatform().name("reader").daemon().start(task));
        while (console.readers().isEmpty()) {
            Thread.sleep(5);
        }
        return result;
    }
}
