package vivarium.debug;

/** What came of evaluating something. */
public sealed interface Evaluation {
    /** An expression's value. */
    record Value(Variable variable) implements Evaluation {}

    /** A statement was executed; what it printed. */
    record Done(String output) implements Evaluation {}

    /** It raised something: the traceback's last line, as Python prints it. */
    record Failed(String problem) implements Evaluation {}
}
