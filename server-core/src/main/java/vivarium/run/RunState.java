package vivarium.run;

import java.util.Set;

/** Where a run is. The legal moves are declared here; {@link Run} makes them by compare-and-set. */
public enum RunState {
    /** Made, not started. */
    NEW,
    /** Python is starting. */
    BOOTING,
    /** The application is being imported for the first time. */
    LOADING,
    /** Requests are served by the application. */
    SERVING,
    /** The application is being imported anew; requests wait. */
    RELOADING,
    /** The application could not be imported; requests are told why, and a changed file tries again. */
    FAILED,
    /** No new connections; running requests may end. */
    STOPPING,
    /** Over. */
    STOPPED;

    /** Whether a run may go from here to there. */
    public boolean mayBecome(RunState next) {
        return successors().contains(next);
    }

    private Set<RunState> successors() {
        return switch (this) {
            case NEW -> Set.of(BOOTING, STOPPING);
            case BOOTING -> Set.of(LOADING, STOPPING);
            case LOADING -> Set.of(SERVING, FAILED, STOPPING);
            case SERVING, FAILED -> Set.of(RELOADING, STOPPING);
            case RELOADING -> Set.of(SERVING, FAILED, STOPPING);
            case STOPPING -> Set.of(STOPPED);
            case STOPPED -> Set.of();
        };
    }
}
