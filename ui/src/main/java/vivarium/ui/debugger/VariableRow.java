package vivarium.ui.debugger;

import vivarium.debug.Variable;

/**
 * What a row of the variables says.
 *
 * @param parent the reference of what it is a part of, for assigning; 0 where it cannot be assigned
 * @param changed whether it is another value than at the stop before
 */
record VariableRow(Kind kind, Variable variable, long parent, boolean changed) {
    /** What is in the row. */
    enum Kind {
        /** A scope, the watches, the results, or some parts of a value. */
        GROUP,
        VALUE,
        /** Says why there is no value. */
        NOTE,
        WATCH,
        /** Something that was evaluated, or executed. */
        RESULT,
        /** Stands for the values that were not asked for yet. */
        MORE,
        /** What was raised instead of a value. */
        PROBLEM
    }

    static VariableRow group(String title, long reference, int size) {
        return new VariableRow(Kind.GROUP, new Variable(title, "", "", false, reference, size, ""), 0, false);
    }

    /** A part of what has this reference. */
    static VariableRow part(Variable part, long of, boolean changed) {
        return !part.type().isEmpty()
                ? new VariableRow(Kind.VALUE, part, of, changed)
                : new VariableRow(part.children() > 0 ? Kind.GROUP : Kind.NOTE, part, 0, false);
    }

    static VariableRow more(int left) {
        return new VariableRow(
                Kind.MORE,
                new Variable("…", "", "Show " + (left == 1 ? "one more" : left + " more"), false, 0, 0, ""),
                0,
                false);
    }

    static VariableRow text(Kind kind, String name, String text) {
        return new VariableRow(kind, new Variable(name, "", text, false, 0, 0, ""), 0, false);
    }

    /** The same for a value of an earlier stop, which can be read but not opened any more. */
    VariableRow closed() {
        return new VariableRow(
                kind, new Variable(variable.name(), variable.type(), variable.value(), false, 0, 0, ""), 0, false);
    }

    boolean assignable() {
        return kind == Kind.VALUE && parent != 0;
    }

    /** The type with the number of parts. */
    String type() {
        boolean parts = variable.children() > 0 && kind != Kind.GROUP;
        return parts && !variable.type().isEmpty() ? variable.type() + " · " + variable.children() : variable.type();
    }
}
