package vivarium.app;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;

/**
 * The system's signals. Java's only way to hear them is {@code sun.misc.Signal}, which the compiler warns of in a way that cannot
 * be suppressed; hence reflection.
 */
final class Signals {
    private Signals() {}

    /**
     * From now on a signal does this, on a thread of its own, instead of what the JVM does with it. Nothing changes where the
     * system has no such signal or the JVM keeps it for itself.
     *
     * @param name as in {@code kill -NAME}
     */
    static void on(String name, Runnable action) {
        try {
            Class<?> signal = Class.forName("sun.misc.Signal");
            Class<?> handler = Class.forName("sun.misc.SignalHandler");
            Object handling = Proxy.newProxyInstance(
                    handler.getClassLoader(), new Class<?>[] {handler}, (self, method, arguments) -> {
                        action.run();
                        return null;
                    });
            signal.getMethod("handle", signal, handler)
                    .invoke(null, signal.getConstructor(String.class).newInstance(name), handling);
        } catch (InvocationTargetException refused) {
            if (!(refused.getCause() instanceof IllegalArgumentException)) {
                throw new IllegalStateException(refused.getCause());
            }
        } catch (ReflectiveOperationException missing) {
            throw new IllegalStateException(missing);
        }
    }
}
