package vivarium.engine.embedded;

import com.oracle.truffle.api.debug.DebugException;
import com.oracle.truffle.api.debug.DebugScope;
import com.oracle.truffle.api.debug.DebugStackFrame;
import com.oracle.truffle.api.debug.DebugValue;
import com.oracle.truffle.api.debug.SuspendedEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Changes local variables of suspended frames. In Python a frame's namespace is a copy; only the engine can write to the original.
 *
 * @param frames innermost first, those of Python functions only
 */
record LocalVariables(List<DebugStackFrame> frames) {
    private static final String SLOT = "__import__('vivarium_agent.debugging.slot', None, None, ['value']).value";

    /** None can be changed. */
    static LocalVariables none() {
        return new LocalVariables(List.of());
    }

    static LocalVariables of(SuspendedEvent event) {
        var frames = new ArrayList<DebugStackFrame>();
        for (DebugStackFrame frame : event.getStackFrames()) {
            if (!frame.isHost() && frame.getSourceSection() != null) {
                frames.add(frame);
            }
        }
        return new LocalVariables(List.copyOf(frames));
    }

    boolean set(int index, String name) {
        if (index >= frames.size()) {
            return false;
        }
        DebugStackFrame frame = frames.get(index);
        try {
            for (DebugScope scope = frame.getScope(); scope != null; scope = scope.getParent()) {
                DebugValue variable = scope.getDeclaredValue(name);
                if (variable != null && variable.isWritable()) {
                    variable.set(Objects.requireNonNull(frame.eval(SLOT)));
                    return true;
                }
            }
        } catch (DebugException refused) {
            return false;
        }
        return false;
    }
}
