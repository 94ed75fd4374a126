package vivarium.engine.embedded;

import com.oracle.truffle.api.Truffle;
import com.oracle.truffle.api.impl.DefaultTruffleRuntime;
import java.util.Objects;
import java.util.Optional;
import org.graalvm.polyglot.Engine;

/**
 * What Python has to run on in this process.
 *
 * @param python the version of the language, for example {@code 3.12.8}
 * @param whyNoJit why Python code is only interpreted, in a sentence; empty where it is compiled
 */
public record PythonRuntime(String python, Optional<String> whyNoJit) {
    /** Looks, without starting Python. */
    public static PythonRuntime inspect() {
        try (Engine engine = Engine.newBuilder("python")
                .allowExperimentalOptions(true) // as the embedded engine has it, for the options in lib/java.options
                .option("engine.WarnInterpreterOnly", "false")
                .build()) {
            var python = Objects.requireNonNull(engine.getLanguages().get("python"));
            return new PythonRuntime(
                    python.getVersion(),
                    Truffle.getRuntime() instanceof DefaultTruffleRuntime interpreter
                            ? Optional.of(String.valueOf(interpreter.getFallbackReason()))
                            : Optional.empty());
        }
    }
}
