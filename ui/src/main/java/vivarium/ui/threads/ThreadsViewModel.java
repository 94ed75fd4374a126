package vivarium.ui.threads;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import vivarium.threads.SourceLines;
import vivarium.threads.StackGroup;
import vivarium.threads.ThreadDump;

/**
 * The newest thread dump, and when to take the next. For the FX thread; dumps are taken in the background, never two at once.
 */
public final class ThreadsViewModel {
    private final Supplier<Optional<ThreadSource>> source;
    private final Executor background;
    private final Executor fx;
    private final Supplier<Duration> stuckAfter;
    private final SourceLines sources = new SourceLines(64);
    private final BooleanProperty live = new SimpleBooleanProperty(this, "live", true);
    private final ReadOnlyObjectWrapper<Optional<Shown>> shown =
            new ReadOnlyObjectWrapper<>(this, "shown", Optional.empty());
    private boolean taking;
    private boolean localsNext;

    /** What is on the screen. */
    record Shown(ThreadDump dump, List<ShownGroup> groups, boolean withLocals) {}

    /**
     * @param source the run, while there is one; asked on the FX thread
     * @param background takes the dumps; a dump blocks it for up to half a second
     * @param stuckAfter a request that takes longer is stuck; asked in the background, for each dump
     */
    public ThreadsViewModel(
            Supplier<Optional<ThreadSource>> source, Executor background, Executor fx, Supplier<Duration> stuckAfter) {
        this.source = source;
        this.background = background;
        this.fx = fx;
        this.stuckAfter = stuckAfter;
    }

    /** The newest dump; empty before the first, and when nothing runs. */
    ReadOnlyObjectProperty<Optional<Shown>> shownProperty() {
        return shown.getReadOnlyProperty();
    }

    /** Whether {@link #tick} takes a dump. */
    BooleanProperty liveProperty() {
        return live;
    }

    /** Once a second while somebody looks. */
    void tick() {
        if (live.get()) {
            take(false);
        }
    }

    /** Takes a dump now, and goes on by itself. */
    void refresh() {
        live.set(true);
        take(false);
    }

    /** Takes one dump with the local variables, and holds it: asking for them calls their {@code __repr__}. */
    void takeWithLocals() {
        live.set(false);
        take(true);
    }

    /** Writes a dump to the error log and a file. */
    void write() {
        source.get().ifPresent(from -> background.execute(() -> from.write(false)));
    }

    private void take(boolean withLocals) {
        var from = source.get();
        if (from.isEmpty()) {
            shown.set(Optional.empty());
        } else if (taking) {
            localsNext |= withLocals;
        } else {
            taking = true;
            background.execute(() -> take(from.get(), withLocals));
        }
    }

    private void take(ThreadSource from, boolean withLocals) {
        Optional<Shown> taken = Optional.empty();
        try {
            ThreadDump dump = from.take(withLocals);
            taken = Optional.of(new Shown(
                    dump,
                    StackGroup.of(dump, stuckAfter.get()).stream()
                            .map(group -> ShownGroup.of(group, sources))
                            .toList(),
                    withLocals));
        } finally {
            Optional<Shown> next = taken;
            fx.execute(() -> took(next));
        }
    }

    private void took(Optional<Shown> next) {
        taking = false;
        shown.set(next);
        if (localsNext) {
            localsNext = false;
            take(true);
        }
    }

    /** The dump as text. */
    String text() {
        return shown.get().map(it -> it.dump().text()).orElse("");
    }
}
