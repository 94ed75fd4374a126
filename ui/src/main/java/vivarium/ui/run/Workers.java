package vivarium.ui.run;

import java.util.concurrent.Executor;

/**
 * Where work is done.
 *
 * @param fx runs on the FX thread
 * @param commands one after another, in the background: boot, start, reload, and what changed files ask for
 * @param urgent in the background, at once, beside a command that does not end
 */
public record Workers(Executor fx, Executor commands, Executor urgent) {
    /** Everything at once on the calling thread, for tests. */
    static Workers sameThread() {
        return new Workers(Runnable::run, Runnable::run, Runnable::run);
    }
}
