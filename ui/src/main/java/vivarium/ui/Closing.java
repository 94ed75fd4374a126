package vivarium.ui;

import vivarium.ui.modal.Modals;
import vivarium.ui.modal.Modals.Choice;
import vivarium.ui.run.RunViewModel;

/** Asks before requests are cut off. FX thread only. */
final class Closing {
    private Closing() {}

    /** Does it, at once when nothing is paused, or else when the user says so: what is paused is let go then. */
    static void askWhilePaused(String what, int paused, Modals modals, Runnable action) {
        if (paused == 0) {
            action.run();
            return;
        }
        modals.ask(
                paused == 1 ? "A request is paused in the debugger" : paused + " requests are paused in the debugger",
                (paused == 1 ? "It is" : "They are") + " let go, and end like any others.",
                Choice.cancel(),
                new Choice(what, action));
    }

    /** Does it, at once when no request is running, or else when the user says so. */
    static void ask(RunViewModel run, Modals modals, Runnable close) {
        int running = run.activeRequests().size();
        if (running == 0) {
            close.run();
            return;
        }
        modals.ask(
                running == 1 ? "A request is still running" : running + " requests are still running",
                (running == 1 ? "It gets" : "They get") + " five seconds to end; what still runs then is interrupted."
                        + " What was recorded until then is kept.",
                Choice.cancel(),
                new Choice("Close", close));
    }
}
