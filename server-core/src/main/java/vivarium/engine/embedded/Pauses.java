package vivarium.engine.embedded;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;
import vivarium.debug.Frame;
import vivarium.debug.Pause;
import vivarium.debug.StopReason;
import vivarium.engine.WsgiCall;
import vivarium.journal.Event;
import vivarium.journal.Journal;

/** The threads that stand still, and which of them console and pane are about. Any thread. */
final class Pauses implements PausedThread.Listener {
    private final List<PausedThread> pauses = new CopyOnWriteArrayList<>();
    private final Journal journal;
    private final PauseConsole console;
    private final LongFunction<Optional<WsgiCall>> calls;
    private final Runnable changed;
    private @Nullable PausedThread chosen;
    private @Nullable Thread stepping;

    /**
     * @param calls the request with this number, while it is served
     * @param changed is called after each change, on the thread that made it
     */
    Pauses(Journal journal, PauseConsole console, LongFunction<Optional<WsgiCall>> calls, Runnable changed) {
        this.journal = journal;
        this.console = console;
        this.calls = calls;
        this.changed = changed;
    }

    /** In the order in which they stopped. */
    List<Pause> list() {
        return List.copyOf(pauses);
    }

    /** Whether nothing is paused and no step is under way. */
    synchronized boolean none() {
        return pauses.isEmpty() && stepping == null;
    }

    /** Whether this thread stands still. */
    boolean has(Thread thread) {
        return pauses.stream().anyMatch(pause -> pause.thread().equals(thread.getName()));
    }

    Optional<PausedThread> postMortem(long exchange) {
        return pauses.stream()
                .filter(pause -> pause.reason().kind() == StopReason.Kind.POST_MORTEM && pause.exchange() == exchange)
                .findFirst();
    }

    /** The calling thread is about to stand still. */
    void begin(PausedThread pause) {
        Frame top = pause.frames().getFirst();
        if (pause.reason().kind() != StopReason.Kind.POST_MORTEM) {
            journal.append(new Event.Paused(
                    journal.now(),
                    pause.exchange(),
                    pause.thread(),
                    pause.reason().text(),
                    top.file(),
                    top.line(),
                    top.function()));
        }
        synchronized (this) {
            pauses.add(pause);
            if (stepping == Thread.currentThread() || pause.reason().kind() == StopReason.Kind.POST_MORTEM) {
                stepping = null;
                chosen = pause;
            }
        }
        if (pause.reason().kind() != StopReason.Kind.STEP) {
            console.write(pause, heading(pause));
        }
        showCurrent();
    }

    private String heading(PausedThread pause) {
        String request = calls.apply(pause.exchange())
                .map(call -> ", #" + pause.exchange() + " " + call.head().method() + " "
                        + call.head().target())
                .orElse(pause.exchange() > 0 ? ", request #" + pause.exchange() : "");
        return "\n-- " + pause.thread() + request + ": " + pause.reason().text() + "\n";
    }

    /**
     * The calling thread goes on.
     *
     * @param wish how, as {@link PausedThread}'s prompt returned it
     */
    void end(PausedThread pause, String wish, long nanos) {
        pause.ended();
        String how = wish.startsWith("call") ? "step into a call" : wish.startsWith("until") ? "until" : wish;
        if (pause.reason().kind() != StopReason.Kind.POST_MORTEM) {
            journal.append(new Event.Resumed(journal.now(), pause.exchange(), pause.thread(), how, nanos));
        }
        synchronized (this) {
            pauses.remove(pause);
            if (chosen == pause) {
                chosen = null;
            }
            boolean step = !how.equals("continue") && !how.equals("abort");
            stepping = step ? Thread.currentThread() : stepping == Thread.currentThread() ? null : stepping;
        }
        console.forget(pause);
        showCurrent();
    }

    /** No step of the calling thread goes beyond this. */
    void endStep() {
        boolean was;
        synchronized (this) {
            was = stepping == Thread.currentThread();
            if (was) {
                stepping = null;
            }
        }
        if (was) {
            showCurrent();
        }
    }

    /** Makes console and pane be about this one; nothing where it is none of these. */
    void choose(Pause pause) {
        synchronized (this) {
            if (!(pause instanceof PausedThread wanted) || !pauses.contains(wanted)) {
                return;
            }
            chosen = wanted;
        }
        showCurrent();
    }

    /** Lets all go on. */
    void release() {
        pauses.forEach(PausedThread::release);
    }

    /** The one that console and pane are about; none while the one before is stepping. */
    synchronized Optional<PausedThread> current() {
        PausedThread favourite = chosen;
        if (favourite != null && favourite.alive()) {
            return Optional.of(favourite);
        }
        return stepping != null
                ? Optional.empty()
                : pauses.stream().filter(PausedThread::alive).findFirst();
    }

    private void showCurrent() {
        console.show(current());
        changed.run();
    }

    @Override
    public void changed() {
        changed.run();
    }

    @Override
    public void wrote(PausedThread pause, String text) {
        console.write(pause, text);
    }

    @Override
    public void wantsLine(PausedThread pause) {
        console.awaitLine(pause);
    }

    /** Names the thread where there is more than one to be talked to. */
    @Override
    public String prompt(PausedThread pause) {
        return pauses.size() < 2 ? "(Pdb) " : "(Pdb " + pause.thread() + " #" + pause.exchange() + ") ";
    }
}
