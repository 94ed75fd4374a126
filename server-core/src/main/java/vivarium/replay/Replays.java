package vivarium.replay;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import vivarium.exchange.Captured;

/**
 * Several requests sent one after another or side by side.
 *
 * @param times how often each of them is sent, from 1
 * @param parallel how many are under way at once, from 1
 * @param spaced whether they keep the distances in time with which they were captured; only one after another
 */
public record Replays(List<Captured> requests, Manner manner, int times, int parallel, boolean spaced) {
    public Replays {
        requests = List.copyOf(requests);
    }

    /** One request once. */
    public static Replays one(Captured request, Manner manner) {
        return new Replays(List.of(request), manner, 1, 1, false);
    }

    /** What became of one of them; either an answer or why there is none. */
    public sealed interface Result {
        /** It was answered. */
        record Answered(int number, Answer answer) implements Result {}

        /** It was not; the reason is for the user. */
        record Failed(int number, String reason) implements Result {}
    }

    /** How many there are to send. */
    public int total() {
        return requests.size() * times;
    }

    /**
     * Sends them all on the executor's threads, {@code parallel} of which are kept; returns at once. {@link Replayer#cancel} ends it.
     *
     * @param results hears each result on the thread that got it; must not block
     * @return done when all have been sent and answered, or have failed
     */
    public CompletableFuture<Void> start(Replayer replayer, Executor executor, Consumer<Result> results) {
        var all = new ArrayList<Captured>();
        for (int i = 0; i < times; i++) {
            all.addAll(requests);
        }
        var next = new AtomicInteger();
        var lanes = new ArrayList<CompletableFuture<?>>();
        for (int lane = 0; lane < Math.min(parallel, all.size()); lane++) {
            lanes.add(CompletableFuture.runAsync(() -> lane(all, next, replayer, results), executor));
        }
        return CompletableFuture.allOf(lanes.toArray(CompletableFuture[]::new));
    }

    private void lane(List<Captured> all, AtomicInteger next, Replayer replayer, Consumer<Result> results) {
        for (int i = next.getAndIncrement(); i < all.size(); i = next.getAndIncrement()) {
            try {
                if (spaced && i > 0 && parallel == 1) {
                    replayer.pause(Duration.between(
                            all.get(i - 1).startedAt(), all.get(i).startedAt()));
                }
                results.accept(new Result.Answered(i + 1, replayer.send(all.get(i), manner)));
            } catch (ReplayException failed) {
                results.accept(new Result.Failed(i + 1, String.valueOf(failed.getMessage())));
            }
        }
    }
}
