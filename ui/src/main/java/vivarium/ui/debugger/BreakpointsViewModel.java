package vivarium.ui.debugger;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import vivarium.debug.Breakpoint;
import vivarium.debug.BreakpointStatus;
import vivarium.debug.Breakpoints;
import vivarium.debug.Trigger;
import vivarium.journal.Subscription;

/** The breakpoints of the project as the window shows them. FX thread only. */
public final class BreakpointsViewModel implements AutoCloseable {
    private final Breakpoints breakpoints;
    private final Executor fx;
    private final AtomicBoolean asked = new AtomicBoolean();
    private final ObservableList<BreakpointStatus> list = FXCollections.observableArrayList();
    private final List<Runnable> listeners = new ArrayList<>();
    private final Subscription subscription;

    /** @param fx runs on the FX thread */
    public BreakpointsViewModel(Breakpoints breakpoints, Executor fx) {
        this.breakpoints = breakpoints;
        this.fx = fx;
        list.setAll(breakpoints.list());
        subscription = breakpoints.subscribe(this::news);
    }

    private void news() {
        if (asked.compareAndSet(false, true)) {
            fx.execute(() -> {
                asked.set(false);
                var now = breakpoints.list();
                if (!list.equals(now)) {
                    update(now);
                    listeners.forEach(Runnable::run);
                }
            });
        }
    }

    /** Where the numbers stay the same, so does what the user has selected. */
    private void update(List<BreakpointStatus> now) {
        if (numbers(list).equals(numbers(now))) {
            for (int i = 0; i < now.size(); i++) {
                if (!list.get(i).equals(now.get(i))) {
                    list.set(i, now.get(i));
                }
            }
        } else {
            list.setAll(now);
        }
    }

    private static List<Long> numbers(List<BreakpointStatus> list) {
        return list.stream().map(status -> status.breakpoint().id()).toList();
    }

    /** All, in the order of their numbers. */
    ObservableList<BreakpointStatus> list() {
        return list;
    }

    void onChange(Runnable listener) {
        listeners.add(listener);
    }

    /** Those drawn in that file. */
    List<BreakpointStatus> in(Path file) {
        return list.stream()
                .filter(status -> status.breakpoint().trigger() instanceof Trigger.Line line
                        && line.file().equals(file))
                .toList();
    }

    /** The one drawn beside that line. */
    Optional<BreakpointStatus> at(Path file, int line) {
        return in(file).stream().filter(status -> drawnAt(status) == line).findFirst();
    }

    static int drawnAt(BreakpointStatus status) {
        return status.breakpoint().trigger() instanceof Trigger.Line wanted
                ? BreakpointWords.line(status, wanted.line())
                : 0;
    }

    /** As a click in the gutter: takes away what is drawn there, or adds a plain one. */
    public void toggle(Path file, int line) {
        at(file, line)
                .ifPresentOrElse(there -> remove(there.breakpoint()), () -> breakpoints.add(Breakpoint.at(file, line)));
    }

    /** Those in that file, which may have been edited, move along with their lines. */
    void follow(Path file) {
        if (!in(file).isEmpty()) {
            breakpoints.follow(file);
        }
    }

    /** Adds one that has no number yet, or puts it in the place of that with its number. */
    void put(Breakpoint breakpoint) {
        if (breakpoint.id() == 0) {
            breakpoints.add(breakpoint);
        } else {
            breakpoints.replace(breakpoint);
        }
    }

    void enable(Breakpoint breakpoint, boolean on) {
        breakpoints.replace(breakpoint.enabled(on));
    }

    void remove(Breakpoint breakpoint) {
        breakpoints.remove(breakpoint.id());
    }

    @Override
    public void close() {
        subscription.close();
    }
}
