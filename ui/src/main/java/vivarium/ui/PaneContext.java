package vivarium.ui;

import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import vivarium.project.Project;
import vivarium.ui.debugger.DebuggerViewModel;
import vivarium.ui.live.JournalFeed;
import vivarium.ui.modal.Modals;
import vivarium.ui.run.RunViewModel;

/**
 * What the panes of one project are made from.
 *
 * @param files reads files in the background, one after another
 * @param stacks asks threads where they are, in the background, one after another
 * @param sending sends requests and compares answers in the background, many at once
 * @param stuckAfter a request that takes longer is stuck; any thread may ask
 */
record PaneContext(
        Project project,
        Surroundings surroundings,
        RunViewModel run,
        JournalFeed feed,
        Navigator navigator,
        Executor files,
        Executor stacks,
        Executor sending,
        DebuggerViewModel debugger,
        Modals modals,
        Supplier<Duration> stuckAfter) {}
