package vivarium.app.inspect;

import java.nio.file.Path;
import java.time.Duration;
import vivarium.journal.SessionReader;
import vivarium.journal.Sessions;
import vivarium.run.RunFile;

/** The reloads of a project's application that another process serves, as its session tells. One thread. */
final class Reloads implements AutoCloseable {
    /** Between two looks; a file is edited less often. */
    private static final Duration PULSE = Duration.ofMillis(250);

    private final Path project;
    private final SessionReader reader;
    private long seen;

    /** Reloads from now on. */
    Reloads(Path project) {
        this.project = project;
        reader = SessionReader.open(Sessions.find(project.toString(), project));
        seen = reader.newest();
    }

    /**
     * Blocks until the application was loaded after what this has seen; what happens between two calls is not missed.
     *
     * @throws InspectException when it is served no longer
     */
    void await() throws InterruptedException {
        while (!reader.loadedAfter(seen)) {
            if (RunFile.of(project).isEmpty()) {
                throw new InspectException("The project is not being served any more.");
            }
            Thread.sleep(PULSE);
        }
        seen = reader.newest();
    }

    @Override
    public void close() {
        reader.close();
    }
}
