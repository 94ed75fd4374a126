package vivarium.ui;

import java.nio.file.Path;
import java.util.Optional;
import vivarium.journal.SessionLimits;
import vivarium.project.Project;

/** Begins the session file. */
@FunctionalInterface
public interface Recording {
    /**
     * Begins it, and says where it is; empty where nothing is recorded. Blocks.
     *
     * @param limits what is kept of the sessions before
     */
    Optional<Path> begin(Project project, SessionLimits limits);
}
