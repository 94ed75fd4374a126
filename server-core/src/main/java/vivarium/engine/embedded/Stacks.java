package vivarium.engine.embedded;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import vivarium.engine.PythonStack;

/** Puts together what the threads answered and what the JVM knows of those that did not. */
final class Stacks {
    /** The innermost ones say which call it is; those below are the interpreter's own. */
    private static final int NATIVE_FRAMES = 20;

    private static final String PYTHON_FRAMES = "com.oracle.graal.python.";

    /** Calls of the agent's that wait for somebody else. */
    private static final Map<String, String> WAITING = Map.of(
            HostCall.class.getName() + ".read", "waiting for the request's body",
            HostCall.class.getName() + ".readline", "waiting for the request's body",
            HostCall.class.getName() + ".write", "waiting for the client",
            HostChannel.class.getName() + ".read_console", "waiting for input");

    private Stacks() {}

    /**
     * @param before all threads with their JVM stacks, taken just before they were asked
     * @param answers what {@code walk} of the agent's {@code stacks.py} returned on each thread that answered
     */
    static List<PythonStack> of(Map<Thread, StackTraceElement[]> before, Map<Thread, String> answers) {
        List<PythonStack> stacks = new ArrayList<>();
        answers.forEach((thread, answer) -> {
            PythonStack stack = parse(thread.getName(), state(before.get(thread)), answer);
            if (!stack.frames().isEmpty()) {
                stacks.add(stack);
            }
        });
        before.forEach((thread, frames) -> {
            if (!answers.containsKey(thread) && runsPython(thread, frames)) {
                stacks.add(new PythonStack(
                        thread.getName(),
                        thread.getName(),
                        state(frames),
                        List.of(),
                        Arrays.stream(frames)
                                .limit(NATIVE_FRAMES)
                                .map(StackTraceElement::toString)
                                .toList()));
            }
        });
        stacks.sort(Comparator.comparing(PythonStack::thread));
        return List.copyOf(stacks);
    }

    private static PythonStack parse(String thread, String state, String answer) {
        String[] parts = answer.split("\0", -1);
        List<PythonStack.Frame> frames = new ArrayList<>();
        for (int i = 2; i + 3 < parts.length; i += 4) {
            frames.add(new PythonStack.Frame(parts[i], Integer.parseInt(parts[i + 1]), parts[i + 2], parts[i + 3]));
        }
        return new PythonStack(
                thread,
                parts[0].isEmpty() ? thread : parts[0],
                parts[1].isEmpty() ? state : parts[1],
                frames,
                List.of());
    }

    /** Whether the application's code is on the stack, and not only a helper thread of GraalPy's own. */
    private static boolean runsPython(Thread thread, StackTraceElement[] frames) {
        return !thread.getName().startsWith("python-actions-")
                && !thread.getName().equals("Python GC")
                && Arrays.stream(frames).anyMatch(frame -> frame.getClassName().startsWith(PYTHON_FRAMES));
    }

    /** Told by the engine's own innermost frames, since the JVM only knows waiting from running. */
    private static String state(StackTraceElement @org.jspecify.annotations.Nullable [] frames) {
        if (frames == null) {
            return "running";
        }
        for (StackTraceElement frame : frames) {
            String at = frame.getClassName() + "." + frame.getMethodName();
            String waiting = WAITING.get(at);
            if (waiting != null) {
                return waiting;
            }
            if (at.contains(".modules.TimeModuleBuiltins") && at.contains("leep")) {
                return "sleeping";
            }
            if (at.contains(".thread.") && at.contains("ock") && at.contains("cquire")) {
                return "waiting for a lock";
            }
            if (at.contains(".socket.") || at.contains("SocketNodes")) {
                return "in a socket call";
            }
        }
        return "running";
    }
}
