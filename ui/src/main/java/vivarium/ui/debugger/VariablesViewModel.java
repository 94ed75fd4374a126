package vivarium.ui.debugger;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import vivarium.debug.Evaluation;
import vivarium.debug.Frame;
import vivarium.debug.Pause;
import vivarium.debug.Scope;
import vivarium.debug.Variable;
import vivarium.ui.debugger.VariableRow.Kind;

/** The variables of the frame that is looked at. Values are asked for when they are to be seen. FX thread only. */
final class VariablesViewModel {
    /** Parts that are asked for at once. */
    static final int PAGE = 100;

    private static final String LOCALS = "Locals";

    private final DebuggerViewModel debugger;
    private final VariableNode root = new VariableNode(VariableRow.group("", 0, 0));
    private final WatchesViewModel watches;
    private List<VariableRow> groups = List.of();
    private Snapshot shown = Snapshot.NONE;
    private String where = "";
    private boolean comparing;
    private long generation;

    VariablesViewModel(DebuggerViewModel debugger) {
        this.debugger = debugger;
        watches = new WatchesViewModel(debugger, this::arrange, this::loadWatch);
        root.expanded(true);
        debugger.shown().subscribe(this::show);
    }

    /** Above all groups. */
    VariableNode root() {
        return root;
    }

    WatchesViewModel watches() {
        return watches;
    }

    /** Whether the thread takes its time for an answer. */
    ReadOnlyBooleanProperty working() {
        return debugger.working();
    }

    /** Has it give up what it evaluates. */
    void interrupt() {
        debugger.interrupt();
    }

    private void show(Snapshot now) {
        boolean same = now.sameFrame(shown);
        shown = now;
        if (now.current().isEmpty()) {
            return; // the next stop is compared with the one before, however long it takes to come
        }
        var frame = now.frame();
        String here = frame.map(at -> place(now, at)).orElse("");
        comparing = same ? comparing : here.equals(where);
        where = here;
        if (!same) {
            watches.moved();
        }
        refresh(same);
    }

    /** Names mean the same as before only in the same call of the same function. */
    private static String place(Snapshot now, Frame frame) {
        return now.current()
                        .map(pause -> pause.thread() + " " + pause.exchange())
                        .orElse("") + " "
                + (now.frames().size() - frame.index()) + " "
                + frame.file() + " " + frame.function();
    }

    private void refresh(boolean sameStop) {
        long asking = ++generation;
        pause().ifPresent(pause -> on(asking, pause.scopes(shown.selected()), scopes -> fill(scopes, sameStop)));
    }

    private Optional<Pause> pause() {
        return shown.current().filter(Pause::alive);
    }

    private void fill(List<Scope> scopes, boolean sameStop) {
        boolean first = root.child(LOCALS).isEmpty();
        groups = scopes.stream()
                .map(scope -> VariableRow.group(title(scope.kind()), scope.reference(), scope.size()))
                .toList();
        arrange();
        if (first) {
            root.child(LOCALS).ifPresent(locals -> locals.expanded(true));
        }
        root.children().forEach(group -> load(group, sameStop));
    }

    /** Watches first: who wrote one wants to see it. */
    private void arrange() {
        var rows = new ArrayList<>(watches.rows());
        rows.addAll(groups);
        root.show(rows);
        watches.fill(root);
    }

    private void loadWatch(String expression) {
        root.child(WatchesViewModel.WATCHES)
                .flatMap(group -> group.child(expression))
                .ifPresent(watch -> load(watch, false));
    }

    private static String title(Scope.Kind kind) {
        return switch (kind) {
            case LOCALS -> LOCALS;
            case CLOSURE -> "Closure";
            case GLOBALS -> "Globals";
        };
    }

    /** Its parts are to be seen from now on, or not. */
    void expand(VariableNode node, boolean open) {
        node.expanded(open);
        if (open) {
            load(node, true);
        }
    }

    /** Asks for the next parts of what this row is the end of. */
    void more(VariableNode parent) {
        parent.asked(parent.asked() + PAGE);
        load(parent, true);
    }

    private void load(VariableNode node, boolean sameStop) {
        Variable of = node.now().variable();
        if (!node.expanded() || of.reference() == 0) {
            return;
        }
        int count = Math.max(PAGE, node.asked());
        node.asked(count);
        long asking = generation;
        pause().ifPresent(pause -> on(asking, pause.children(of.reference(), 0, count), parts -> {
            var rows = new ArrayList<VariableRow>();
            for (Variable part : parts) {
                rows.add(VariableRow.part(part, of.reference(), changed(node, part, sameStop)));
            }
            if (of.children() > parts.size() && parts.size() == count) {
                rows.add(VariableRow.more(of.children() - parts.size()));
            }
            boolean first = node.children().isEmpty();
            node.show(rows);
            if (first && !rows.isEmpty() && rows.getFirst().kind() == Kind.GROUP) {
                node.children().getFirst().expanded(true);
            }
            node.children().forEach(child -> load(child, sameStop));
        }));
    }

    /** Within one stop, what had changed stays marked. */
    private boolean changed(VariableNode parent, Variable now, boolean sameStop) {
        if (!comparing || parent.children().isEmpty()) {
            return false;
        }
        return parent.child(now.name())
                .map(VariableNode::now)
                .map(before -> !before.variable().value().equals(now.value()) || (sameStop && before.changed()))
                .orElse(parent.asked() <= PAGE);
    }

    /** Gives a variable another value. */
    void assign(VariableNode node, String expression) {
        VariableRow row = node.now();
        if (row.assignable() && !expression.equals(row.variable().value())) {
            pause().ifPresent(pause ->
                    after(pause.assign(row.parent(), row.variable().name(), expression), this::complain));
        }
    }

    /** Evaluates, or executes, in the frame that is looked at; the result becomes a row. */
    void evaluate(String code) {
        pause().ifPresent(
                        pause -> after(pause.evaluate(shown.selected(), code), result -> watches.result(code, result)));
    }

    private void after(CompletableFuture<Evaluation> doing, Consumer<Evaluation> next) {
        debugger.answer(doing, result -> {
            next.accept(result);
            watches.evaluate();
            refresh(true);
        });
    }

    private void complain(Evaluation result) {
        if (result instanceof Evaluation.Failed(String problem)) {
            debugger.complain(problem);
        }
    }

    /** Gives {@code receiver} more of a long value. */
    void text(VariableNode node, int from, int count, Consumer<String> receiver) {
        pause().ifPresent(pause ->
                debugger.answer(pause.text(node.now().variable().reference(), from, count), receiver));
    }

    /** Gives {@code receiver} what the last word before the cursor may become. */
    void complete(String text, int cursor, Consumer<List<String>> receiver) {
        pause().ifPresent(pause -> debugger.answer(pause.complete(shown.selected(), text, cursor), receiver));
    }

    /** What belongs to an earlier look is left alone: the newest look shows what there is. */
    private <T> void on(long asking, CompletableFuture<T> future, Consumer<T> next) {
        debugger.answer(future, value -> {
            if (asking == generation) {
                next.accept(value);
            }
        });
    }
}
