package vivarium.ui.sessions;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.LongPredicate;
import vivarium.exchange.LiveFilter;
import vivarium.filter.Filter;
import vivarium.journal.SessionException;
import vivarium.journal.SessionSearch;
import vivarium.ui.requests.Search;

/** Finds exchanges with the index of a session file, in the background; the last search ends the one before. FX thread only. */
public final class FileSearch implements Search {
    /** Hears how searches come along. On the FX thread. */
    public interface Progress {
        /** So much of the index is made, from 0 to 1. */
        void indexed(double part);

        /** It is over; the complaint is empty where it found what there is. */
        void over(String complaint);
    }

    private final Path file;
    private final Executor background;
    private final Executor fx;
    private final Progress progress;
    private final AtomicReference<Object> current = new AtomicReference<>(new Object());

    /** @param background one search after another */
    public FileSearch(Path file, Executor background, Executor fx, Progress progress) {
        this.file = file;
        this.background = background;
        this.fx = fx;
        this.progress = progress;
    }

    @Override
    public void find(Filter filter, Consumer<LongPredicate> found) {
        var mine = new Object();
        current.set(mine);
        background.execute(() -> search(filter, mine, found));
    }

    /** Ends the search that is under way. What is indexed stays so. */
    public void end() {
        current.set(new Object());
        progress.over("The search was stopped: what is shown is that of the filter before.");
    }

    private void search(Filter filter, Object mine, Consumer<LongPredicate> found) {
        if (current.get() != mine) {
            return;
        }
        try (var search = SessionSearch.open(file, LiveFilter::bodyText)) {
            var told = new long[1];
            long[] ids = search.find(filter, (done, all) -> {
                long now = System.nanoTime();
                if (now - told[0] > 100_000_000) {
                    told[0] = now;
                    ifCurrent(mine, () -> progress.indexed(all == 0 ? 1 : (double) done / all));
                }
                return current.get() == mine;
            });
            ifCurrent(mine, () -> {
                progress.over("");
                found.accept(id -> Arrays.binarySearch(ids, id) >= 0);
            });
        } catch (SessionException unreadable) {
            ifCurrent(mine, () -> progress.over(String.valueOf(unreadable.getMessage())));
        } catch (CancellationException ended) {
            // Another search has come, or none is wanted.
        }
    }

    private void ifCurrent(Object mine, Runnable action) {
        fx.execute(() -> {
            if (current.get() == mine) {
                action.run();
            }
        });
    }
}
