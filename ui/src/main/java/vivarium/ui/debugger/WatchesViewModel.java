package vivarium.ui.debugger;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import vivarium.debug.Evaluation;
import vivarium.debug.Variable;
import vivarium.ui.debugger.VariableRow.Kind;

/** Expressions that are evaluated at each stop, and what was evaluated once. FX thread only. */
final class WatchesViewModel {
    static final String WATCHES = "Watches";
    static final String RESULTS = "Evaluated";
    private static final int MOST_RESULTS = 20;

    private final DebuggerViewModel debugger;
    private final Runnable changed;
    private final Consumer<String> evaluated;
    private final Map<String, VariableRow> watches = new LinkedHashMap<>();
    private final Deque<VariableRow> results = new ArrayDeque<>();
    private boolean opened;
    private long generation;

    /**
     * @param changed called after each change of the rows
     * @param evaluated told each watch that has a value of the current stop now
     */
    WatchesViewModel(DebuggerViewModel debugger, Runnable changed, Consumer<String> evaluated) {
        this.debugger = debugger;
        this.changed = changed;
        this.evaluated = evaluated;
    }

    /** The groups that are not empty. */
    List<VariableRow> rows() {
        var rows = new ArrayList<VariableRow>();
        if (!results.isEmpty()) {
            rows.add(VariableRow.group(RESULTS, 0, results.size()));
        }
        if (!watches.isEmpty()) {
            rows.add(VariableRow.group(WATCHES, 0, watches.size()));
        }
        return rows;
    }

    /** Puts the rows into their groups. */
    void fill(VariableNode root) {
        root.child(RESULTS).ifPresent(group -> {
            group.expanded(group.expanded() || opened);
            group.show(List.copyOf(results));
        });
        root.child(WATCHES).ifPresent(group -> {
            group.expanded(group.expanded() || opened);
            group.show(List.copyOf(watches.values()));
        });
        opened = false;
    }

    /** Watches this expression, from now on. */
    void add(String expression) {
        if (!expression.isBlank()) {
            opened = true;
            watches.put(expression.strip(), VariableRow.text(Kind.WATCH, expression.strip(), ""));
            changed.run();
            evaluate();
        }
    }

    void remove(String expression) {
        watches.remove(expression);
        changed.run();
    }

    /** Another frame is looked at, or another stop: results cannot be opened any more. */
    void moved() {
        var before = List.copyOf(results);
        results.clear();
        before.forEach(row -> results.add(row.closed()));
        evaluate();
    }

    /** Evaluates all watches anew. */
    void evaluate() {
        long asking = ++generation;
        debugger.current().ifPresent(pause -> {
            for (String expression : List.copyOf(watches.keySet())) {
                debugger.answer(pause.evaluate(pause.selected(), expression), result -> {
                    if (asking == generation && watches.containsKey(expression)) {
                        watches.computeIfPresent(expression, (name, before) -> watch(name, before, result));
                        changed.run();
                        evaluated.accept(expression);
                    }
                });
            }
        });
    }

    private static VariableRow watch(String expression, VariableRow before, Evaluation result) {
        VariableRow now = row(Kind.WATCH, expression, result);
        boolean other = !before.variable().value().isEmpty()
                && !before.variable().value().equals(now.variable().value());
        return new VariableRow(now.kind(), now.variable(), 0, other);
    }

    /** Keeps what came of an evaluation, the newest first. */
    void result(String code, Evaluation result) {
        results.removeIf(row -> row.variable().name().equals(code));
        results.addFirst(row(Kind.RESULT, code, result));
        while (results.size() > MOST_RESULTS) {
            results.removeLast();
        }
        opened = true;
        changed.run();
    }

    private static VariableRow row(Kind kind, String name, Evaluation result) {
        return switch (result) {
            case Evaluation.Value(Variable value) ->
                new VariableRow(
                        kind,
                        new Variable(
                                name,
                                value.type(),
                                value.value(),
                                value.cut(),
                                value.reference(),
                                value.children(),
                                name),
                        0,
                        false);
            case Evaluation.Done(String output) ->
                VariableRow.text(kind, name, output.isBlank() ? "done" : output.strip());
            case Evaluation.Failed(String problem) -> VariableRow.text(Kind.PROBLEM, name, problem);
        };
    }
}
