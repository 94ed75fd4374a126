package vivarium.app;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;

/** Mistakes of Vivarium's own: a sentence on standard error and a file with the details for each, as long as there are few. */
final class Defects implements Thread.UncaughtExceptionHandler {
    /** What goes wrong more often goes wrong in each frame or request, and says nothing new. */
    private static final int MOST = 10;

    private final AtomicInteger reported = new AtomicInteger();

    /** Any thread. Never throws. */
    @Override
    public void uncaughtException(Thread thread, Throwable failure) {
        int number = reported.incrementAndGet();
        if (number <= MOST) {
            System.err.println("vivarium: This is a mistake in Vivarium, not in your project ("
                    + failure.getClass().getSimpleName() + "); " + written(thread, failure) + "."
                    + (number == MOST ? " Further ones are not reported." : ""));
        }
    }

    private static String written(Thread thread, Throwable failure) {
        var trace = new StringWriter();
        failure.printStackTrace(new PrintWriter(trace, true));
        try {
            Path file = Files.createTempFile("vivarium-defect-", ".txt");
            Files.writeString(file, "thread " + thread.getName() + "\n" + trace, StandardCharsets.UTF_8);
            return "the details are in " + file;
        } catch (IOException unwritable) {
            return "the details could not be written to a file (" + unwritable.getMessage() + ")";
        }
    }
}
