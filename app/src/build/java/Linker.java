import java.io.File;
import java.io.PrintWriter;
import java.lang.module.ModuleFinder;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import jdk.tools.jlink.internal.Jlink.JlinkConfiguration;
import jdk.tools.jlink.internal.JlinkTask;

/**
 * {@code jlink} that prefers the modules it is given to those that the JDK has.
 *
 * <p>A JDK without {@code jmods} links from its own runtime image, and takes from there whatever the image has, such as the
 * empty placeholder of the Graal compiler; no option turns that round. So this, in a JVM that opens jlink's inside to it, does what {@code jlink} does, step by step, with
 * the order changed in between. Tied to the JDK that the build insists on.
 */
final class Linker {
    private Linker() {}

    /**
     * Links.
     *
     * @param args the jars of the modules to prefer, as a path; then the arguments of jlink
     */
    static void main(String[] args) throws Exception {
        Path[] preferred =
                Stream.of(args[0].split(File.pathSeparator)).map(Path::of).toArray(Path[]::new);
        var jlink = new JlinkTask();
        var output = new PrintWriter(System.out, true);
        call(jlink, "setLog", output, output);
        Field options = JlinkTask.class.getDeclaredField("optionsHelper");
        options.setAccessible(true);
        call(options.get(null), "handleOptions", jlink, Arrays.copyOfRange(args, 1, args.length));
        var found = (JlinkConfiguration) call(jlink, "initJlinkConfig");
        call(
                jlink,
                "createImage",
                new JlinkConfiguration(
                        found.getOutput(),
                        found.getModules(),
                        ModuleFinder.compose(ModuleFinder.of(preferred), found.finder()),
                        found.linkFromRuntimeImage(),
                        found.ignoreModifiedRuntime(),
                        found.isGenerateRuntimeImage()));
    }

    /** Calls the method of that name that takes that many arguments. */
    private static Object call(Object on, String name, Object... arguments) throws Exception {
        Method method = Stream.of(on.getClass().getDeclaredMethods())
                .filter(one -> one.getName().equals(name) && one.getParameterCount() == arguments.length)
                .findFirst()
                .orElseThrow();
        method.setAccessible(true);
        try {
            return method.invoke(on, arguments);
        } catch (InvocationTargetException failed) {
            throw failed.getCause() instanceof Exception cause ? cause : failed;
        }
    }
}
