package vivarium.engine.embedded;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import vivarium.debug.Breakpoints;
import vivarium.debug.Debugger;
import vivarium.debug.Pause;
import vivarium.debug.PostMortem;
import vivarium.journal.Subscription;

/** The debugger of the embedded engine. */
final class EmbeddedDebugger implements Debugger {
    private final Breakpoints breakpoints = new Breakpoints();
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private volatile boolean onlyMine = true;

    @Override
    public Breakpoints breakpoints() {
        return breakpoints;
    }

    @Override
    public List<Pause> pauses() {
        return List.of();
    }

    @Override
    public Optional<Pause> current() {
        return Optional.empty();
    }

    @Override
    public void choose(Pause pause) {}

    @Override
    public Subscription subscribe(Runnable changed) {
        listeners.add(changed);
        return () -> listeners.remove(changed);
    }

    @Override
    public void pause(long exchange) {}

    @Override
    public boolean onlyMine() {
        return onlyMine;
    }

    @Override
    public void onlyMine(boolean on) {
        onlyMine = on;
    }

    @Override
    public void stopAtUncaught(boolean on) {}

    @Override
    public void stopAtStartup(boolean on) {}

    @Override
    public List<PostMortem> postMortems() {
        return List.of();
    }

    @Override
    public boolean open(PostMortem postMortem) {
        return false;
    }

    @Override
    public void release() {}

    @Override
    public void resume() {}
}
