package vivarium.server;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
final class RequestQueueTest {
    private RequestQueue<String> queue = new RequestQueue<>(Duration.ofMillis(1));

    @AfterEach
    void close() {
        queue.close();
    }

    @Test
    void handsOutInOrder() throws InterruptedException {
        var taker = queue.taker();
        queue.add("first");
        queue.add("second");
        assertEquals("first", taker.take());
        assertEquals("second", taker.take());
    }

    @Test
    void aRequestIsLeftToTheThreadThatHasJustBegunAnother() throws InterruptedException {
        queue.close();
        queue = new RequestQueue<>(Duration.ofHours(1));
        var busy = queue.taker();
        queue.add("first");
        assertEquals("first", busy.take());
        var other = rest();
        queue.add("second");
        assertEquals("second", busy.take());
        assertEquals(0, other.size());
    }

    @Test
    void anotherThreadIsWokenWhenThatOneDoesNotComeBack() throws InterruptedException {
        var busy = queue.taker();
        queue.add("first");
        assertEquals("first", busy.take());
        var other = rest();
        queue.add("second");
        assertEquals("second", other.take());
    }

    /** What a thread got that was at rest when this returned. */
    private LinkedBlockingQueue<String> rest() {
        var got = new LinkedBlockingQueue<String>();
        var began = new CompletableFuture<Thread>();
        Thread.ofPlatform().daemon().start(() -> {
            var taker = queue.taker();
            began.complete(Thread.currentThread());
            try {
                while (true) {
                    got.add(taker.take());
                }
            } catch (InterruptedException end) {
                Thread.currentThread().interrupt();
            }
        });
        Thread thread = began.join();
        while (thread.getState() != Thread.State.WAITING) {
            Thread.onSpinWait();
        }
        return got;
    }
}
