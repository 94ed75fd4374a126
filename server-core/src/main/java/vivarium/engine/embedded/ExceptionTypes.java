package vivarium.engine.embedded;

import com.oracle.truffle.api.debug.DebugException;
import com.oracle.truffle.api.debug.DebugValue;
import com.oracle.truffle.api.debug.SuspendedEvent;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import vivarium.journal.PythonFailure;

/** Whether an exception's class is one that a breakpoint names. */
final class ExceptionTypes {
    /** Raised at the end of every loop; who wants to stop there names them. */
    private static final Set<String> EVERYDAY = Set.of("StopIteration", "StopAsyncIteration", "GeneratorExit");

    private ExceptionTypes() {}

    /** @param wanted the name of the class or of a base class, qualified or not; empty for any that is not raised every day */
    static boolean matches(String wanted, DebugValue type) {
        if (wanted.isEmpty()) {
            return !EVERYDAY.contains(type.getMetaSimpleName());
        }
        DebugValue bases = type.getProperty("__mro__");
        return bases != null
                && bases.isArray()
                && bases.getArray().stream().anyMatch(base -> named(wanted, base.getMetaQualifiedName()));
    }

    /** The names of a class and of its base classes. */
    static List<String> names(DebugValue type) {
        DebugValue bases = type.getProperty("__mro__");
        return bases == null || !bases.isArray()
                ? List.of(type.getMetaSimpleName())
                : bases.getArray().stream().map(DebugValue::getMetaSimpleName).toList();
    }

    /** What was raised, if that is why the thread was suspended. */
    static Optional<PythonFailure> failure(SuspendedEvent event) {
        DebugException raised = event.getException();
        DebugValue object = raised == null ? null : raised.getExceptionObject();
        DebugValue type = object == null ? null : object.getMetaObject();
        return raised == null || type == null
                ? Optional.empty()
                : Optional.of(new PythonFailure(
                        type.getMetaQualifiedName(), String.valueOf(raised.getMessage()), "", List.of()));
    }

    /** Whether a qualified name is the one that is wanted. */
    static boolean named(String wanted, String qualified) {
        return qualified.equals(wanted) || qualified.endsWith("." + wanted) || ("builtins." + qualified).equals(wanted);
    }
}
