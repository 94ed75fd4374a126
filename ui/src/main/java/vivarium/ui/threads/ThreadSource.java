package vivarium.ui.threads;

import vivarium.threads.ThreadDump;

/** Where thread dumps come from: the run. Both methods block for up to half a second and are not called on the FX thread. */
public interface ThreadSource {
    /** Where every Python thread is now. */
    ThreadDump take(boolean withLocals);

    /** Writes a dump to the error log and to a file. */
    void write(boolean withLocals);
}
