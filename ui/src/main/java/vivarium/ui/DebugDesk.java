package vivarium.ui;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import javafx.application.Platform;
import vivarium.exchange.Outline;
import vivarium.server.ActiveRequest;
import vivarium.ui.debugger.BreakpointEditor;
import vivarium.ui.debugger.BreakpointsViewModel;
import vivarium.ui.debugger.DebugMarks;
import vivarium.ui.debugger.DebuggerView;
import vivarium.ui.debugger.DebuggerViewModel;
import vivarium.ui.exchange.LiveExchanges;
import vivarium.ui.parts.WhileShown;
import vivarium.ui.run.RunViewModel;
import vivarium.ui.source.SourceView;
import vivarium.ui.source.SourceViewModel;

/** The panes of the debugger, tied together: the source with its marks, the pane, the list of breakpoints. FX thread only. */
record DebugDesk(
        DebuggerViewModel model,
        BreakpointsViewModel breakpoints,
        DebugMarks marks,
        SourceView source,
        DebuggerView view,
        RunViewModel run)
        implements AutoCloseable {
    /** @param console is not covered by the debugger: it has the same thread's prompt */
    static DebugDesk of(PaneContext context, LiveExchanges exchanges, SourceViewModel sources, Pane console) {
        var folder = context.project().folder();
        var model = context.debugger();
        var breakpoints = new BreakpointsViewModel(model.breakpoints(), Platform::runLater);
        var edit = new BreakpointEditor(context.modals(), breakpoints, folder);
        var marks = new DebugMarks(breakpoints, model, edit);
        var source = new SourceView(sources, context.navigator(), folder, marks);
        var view = new DebuggerView(
                model,
                breakpoints,
                context.navigator(),
                folder,
                exchange -> name(exchange, exchanges.outline(exchange)),
                () -> pauseLongest(model, context.run()),
                edit);
        exchanges.add(changes -> {
            List<Long> paused = model.pausedExchanges();
            if (changes.changed().stream().map(Outline::id).anyMatch(paused::contains)) {
                view.refreshRequests();
            }
        });
        var desk = new DebugDesk(model, breakpoints, marks, source, view, context.run());
        model.onMove(() -> model.place().ifPresent(place -> {
            context.navigator().uncover("source");
            sources.follow(place.file(), place.line());
        }));
        model.onStop(() -> {
            if (console.node().isFocusWithin()) {
                // Whoever types there goes on typing: being covered for a moment would take the keyboard away.
                return;
            }
            boolean atTheConsole = WhileShown.isShown(console.node());
            context.navigator().uncover("debugger");
            if (atTheConsole && !WhileShown.isShown(console.node())) {
                context.navigator().uncover(console.id());
            }
        });
        return desk;
    }

    private static String name(long exchange, Optional<Outline> known) {
        return "#" + exchange
                + known.map(Outline::head)
                        .map(head -> " " + head.method() + " " + head.target())
                        .orElse("");
    }

    void toggle() {
        source.caret().ifPresent(at -> marks.toggle(at.file(), at.line()));
    }

    void runToCursor() {
        marks.runTo(source.caret());
    }

    void jumpToCursor() {
        marks.jumpTo(source.caret());
    }

    void pauseLongest() {
        pauseLongest(model, run);
    }

    private static void pauseLongest(DebuggerViewModel model, RunViewModel run) {
        List<Long> paused = model.pausedExchanges();
        run.activeRequests().stream()
                .filter(active -> !paused.contains(active.exchange()))
                .min(Comparator.comparingLong(ActiveRequest::since))
                .ifPresentOrElse(
                        active -> model.pause(active.exchange()),
                        () -> model.complain("No request is running that could be paused."));
    }

    @Override
    public void close() {
        breakpoints.close();
    }
}
