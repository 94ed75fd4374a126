package vivarium.app;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The JVM's AOT cache: classes loaded and linked beforehand. A JVM that cannot use it starts without a word, so that a copied or
 * updated installation works; this finds out.
 */
record AotCache(Installation installation) {
    private static final Set<String> GENERALITIES = Set.of(
            "An error has occurred while processing the AOT cache. Run with -Xlog:aot for details.",
            "Loading static archive failed.",
            "Unable to map shared spaces",
            "Error occurred during initialization of VM",
            "Unable to use AOT cache.");

    /**
     * Whether this process runs from the cache, known at once. The JVM uses no other archive of classes when it is told of a
     * cache, and says {@code sharing} when it uses one.
     */
    static boolean inUse() {
        return ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                        .anyMatch(argument -> argument.startsWith("-XX:AOTCache="))
                && System.getProperty("java.vm.info", "").contains("sharing");
    }

    /**
     * Empty when this process runs from the cache. Otherwise the reason, in the JVM's words: a JVM with the same options is
     * started that insists on the cache. Blocks for as long as that takes, some tenths of a second.
     */
    Optional<String> whyNotInUse() {
        if (!Files.exists(installation.aotCache())) {
            return Optional.of("there is no " + installation.aotCache() + "; the build makes it");
        }
        if (ManagementFactory.getRuntimeMXBean().getInputArguments().contains("-XX:AOTMode=off")) {
            return Optional.of("it was switched off with -XX:AOTMode=off");
        }
        try {
            Process insisting =
                    new ProcessBuilder(command()).redirectErrorStream(true).start();
            insisting.getOutputStream().close();
            String said = new String(insisting.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return insisting.waitFor() == 0 ? Optional.empty() : Optional.of(reason(said));
        } catch (IOException cannotStart) {
            return Optional.of("it could not be tried: " + cannotStart.getMessage());
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            return Optional.of("it was not tried to the end");
        }
    }

    private static List<String> command() {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
        command.addAll(List.of(
                "-XX:AOTMode=on",
                "-Xlog:aot*=warning,cds*=warning:stdout:none",
                "-cp",
                System.getProperty("java.class.path"),
                "-version"));
        return command;
    }

    /** The lines that say something of this cache, without those that say that there is something. */
    private static String reason(String said) {
        String reason = said.lines()
                .filter(line -> !line.isBlank() && !GENERALITIES.contains(line.strip()))
                .collect(Collectors.joining("; "));
        return reason.isEmpty() ? "the JVM does not say why" : reason;
    }
}
