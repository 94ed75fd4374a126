package vivarium.ui.run;

import vivarium.run.RunState;

/** What the user is told about where things stand. Adds to {@link RunState} what is before and between runs. */
public enum Phase {
    /** Python is starting, with or without a run that waits for it. */
    BOOTING("Starting Python", true),
    /** Python is there, nothing is being served. */
    READY("Ready", false),
    LOADING("Loading application", true),
    SERVING("Serving", false),
    RELOADING("Reloading", true),
    /** The application could not be loaded; requests are told why. */
    FAILED("Failed", false),
    STOPPING("Stopping", true),
    STOPPED("Stopped", false);

    private final String label;
    private final boolean busy;

    Phase(String label, boolean busy) {
        this.label = label;
        this.busy = busy;
    }

    /** In words. */
    public String label() {
        return label;
    }

    /** Whether something is going on that will end by itself. */
    public boolean busy() {
        return busy;
    }

    /** Whether there is a run that {@code Stop} would end. */
    public boolean running() {
        return this == LOADING || this == SERVING || this == RELOADING || this == FAILED;
    }

    /** Whether {@code Run} may be pressed. While Python starts it may: the run waits. */
    public boolean startable() {
        return this == READY || this == STOPPED || this == BOOTING;
    }

    /** Whether the port is open. */
    public boolean listening() {
        return this == SERVING || this == RELOADING || this == FAILED;
    }

    /** The phase of a run in this state. */
    static Phase of(RunState state) {
        return switch (state) {
            case NEW, BOOTING -> BOOTING;
            case LOADING -> LOADING;
            case SERVING -> SERVING;
            case RELOADING -> RELOADING;
            case FAILED -> FAILED;
            case STOPPING -> STOPPING;
            case STOPPED -> STOPPED;
        };
    }
}
