package vivarium.ui.threads;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import vivarium.engine.PythonStack;
import vivarium.threads.ThreadDump;

class ThreadsViewModelTest {
    private final List<Boolean> taken = new ArrayList<>();
    private final ArrayDeque<Runnable> background = new ArrayDeque<>();
    private Optional<ThreadSource> source = Optional.of(new ThreadSource() {
        @Override
        public ThreadDump take(boolean withLocals) {
            taken.add(withLocals);
            return new ThreadDump(
                    Instant.EPOCH,
                    1,
                    List.of(new ThreadDump.Entry(
                            new PythonStack(
                                    "request-1",
                                    "request-1",
                                    "running",
                                    List.of(new PythonStack.Frame("zoo.py", 3, "feed", "")),
                                    List.of()),
                            Optional.of(new ThreadDump.Serving(7, "GET", "/", 9_500_000_000L)))));
        }

        @Override
        public void write(boolean withLocals) {}
    });
    private final ThreadsViewModel model =
            new ThreadsViewModel(() -> source, background::add, Runnable::run, () -> Duration.ofSeconds(5));

    @Test
    void oneDumpAtATime() {
        model.tick();
        model.tick();
        assertEquals(1, background.size());
        work();
        model.tick();
        work();
        assertEquals(List.of(false, false), taken);
    }

    @Test
    void localsAreTakenOnceAndHeld() {
        model.tick();
        model.takeWithLocals();
        work();
        model.tick();
        work();
        assertEquals(List.of(false, true), taken);
        model.refresh();
        work();
        assertEquals(List.of(false, true, false), taken);
    }

    @Test
    void groupsAreInWords() {
        model.tick();
        work();
        var group = model.shownProperty().get().orElseThrow().groups().getFirst();
        assertEquals("request-1, running, in feed, 9.5 s", group.names() + ", " + group.doing() + ", " + group.since());
        assertEquals("41 s", ShownGroup.seconds(41_000_000_000L));
        assertEquals("2 min 05 s", ShownGroup.seconds(125_000_000_000L));
    }

    @Test
    void nothingIsShownWhenNothingRuns() {
        model.tick();
        work();
        source = Optional.empty();
        model.tick();
        assertEquals(Optional.empty(), model.shownProperty().get());
    }

    private void work() {
        while (!background.isEmpty()) {
            background.remove().run();
        }
    }
}
