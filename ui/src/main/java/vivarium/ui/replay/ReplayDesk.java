package vivarium.ui.replay;

import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;
import vivarium.compare.IgnoreFile;
import vivarium.debug.Breakpoints;
import vivarium.exchange.Outline;
import vivarium.journal.JournalClock;
import vivarium.replay.SavedRequests;
import vivarium.server.Capture;
import vivarium.ui.Navigator;
import vivarium.ui.exchange.LiveExchanges;
import vivarium.ui.modal.Modals;

/** What replays consist of in the window, tied together. FX thread only. */
public record ReplayDesk(ReplaysViewModel model, ReplaysView view, ReplayActions actions, ReplayMenu menu) {
    /**
     * What it works with.
     *
     * @param project the project's folder
     * @param capture of the journal: knows how a replay names its origin
     * @param application where the project is served; empty while it is not
     * @param threads sends and compares; a thread may be kept for as long as a response takes
     * @param disk reads and writes files, one after another
     * @param chosen the requests that are selected
     * @param files asks for a file; empty when the user thinks better of it
     * @param news hears what was done beside what was asked for
     * @param complaints hears why something could not be done
     */
    public record Surroundings(
            Path project,
            LiveExchanges exchanges,
            JournalClock clock,
            Capture capture,
            Supplier<Optional<InetSocketAddress>> application,
            Executor threads,
            Executor disk,
            Executor fx,
            Breakpoints breakpoints,
            Supplier<List<Outline>> chosen,
            Modals modals,
            Navigator navigator,
            Supplier<Optional<Path>> files,
            Consumer<String> news,
            Consumer<String> complaints) {}

    /** Makes it. */
    public static ReplayDesk of(Surroundings around) {
        var sending =
                new Sending(around.capture(), around.application(), around.threads(), around.fx(), around.complaints());
        var rules = new IgnoredModel(new IgnoreFile(around.project()), around.disk(), around.fx(), around.complaints());
        var saved = new SavedRequestsModel(
                new SavedRequests(around.project()), around.disk(), around.fx(), around.complaints());
        var model =
                new ReplaysViewModel(around.exchanges(), around.clock(), sending, around.threads(), around.fx(), rules);
        var view = new ReplaysView(model, around.navigator(), around.modals(), around.project());
        view.followNewest();
        var actions = new ReplayActions(
                model,
                view,
                saved,
                new ReplayStops(around.exchanges(), around.breakpoints(), around.project()),
                around.chosen(),
                around.modals(),
                around.navigator(),
                InstantSource.system(),
                around.files(),
                around.disk(),
                around.fx(),
                around.news(),
                around.complaints());
        view.onSaved(actions::showSaved);
        view.onImport(actions::importRequests);
        return new ReplayDesk(model, view, actions, new ReplayMenu(actions, around.modals()));
    }
}
