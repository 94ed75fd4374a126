package vivarium.threads;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import vivarium.engine.PythonEngine;
import vivarium.engine.PythonStack;
import vivarium.journal.ErrorLog;
import vivarium.journal.Event;
import vivarium.journal.Journal;
import vivarium.journal.LogLevel;
import vivarium.journal.PrivateFiles;
import vivarium.server.ActiveRequest;

/**
 * Takes dumps of all Python threads of one run. Safe for any thread; taking one blocks for as long as the slowest thread needs
 * to answer, half a second at most.
 */
public final class ThreadDumps {
    private static final Duration PATIENCE = Duration.ofMillis(500);
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss-SSS").withZone(ZoneId.systemDefault());

    private final PythonEngine engine;
    private final Supplier<Collection<ActiveRequest>> active;
    private final Journal journal;
    private final InstantSource wall;

    /** @param active the requests that are in the application */
    public ThreadDumps(
            PythonEngine engine, Supplier<Collection<ActiveRequest>> active, Journal journal, InstantSource wall) {
        this.engine = engine;
        this.active = active;
        this.journal = journal;
        this.wall = wall;
    }

    /** Where every Python thread is now. */
    public ThreadDump take(boolean withLocals) {
        Map<String, ActiveRequest> serving = active.get().stream()
                .collect(Collectors.toMap(request -> request.thread().getName(), Function.identity(), (a, b) -> b));
        long now = journal.now();
        List<ThreadDump.Entry> entries = engine.stacks(withLocals, PATIENCE).stream()
                .map(stack -> entry(stack, Optional.ofNullable(serving.get(stack.thread())), now))
                .sorted(Comparator.comparing(
                        (ThreadDump.Entry entry) ->
                                entry.serving().map(ThreadDump.Serving::nanos).orElse(0L),
                        Comparator.reverseOrder()))
                .toList();
        return new ThreadDump(wall.instant(), ProcessHandle.current().pid(), entries);
    }

    private static ThreadDump.Entry entry(PythonStack stack, Optional<ActiveRequest> request, long now) {
        return new ThreadDump.Entry(
                stack,
                request.map(active -> new ThreadDump.Serving(
                        active.exchange(), active.head().method(), active.head().target(), now - active.since())));
    }

    /**
     * Takes a dump and writes it to the error log, to the journal, and to a new file with the process's number and the time in
     * its name. A file that cannot be written is said in the error log; the dump is there all the same.
     */
    public ThreadDump write(Path folder, boolean withLocals) {
        ThreadDump dump = take(withLocals);
        String text = dump.text();
        Path file = folder.resolve("stacks-" + dump.processId() + "-" + STAMP.format(dump.takenAt()) + ".txt");
        var log = new ErrorLog(journal);
        log.server(LogLevel.INFO, "Stacks of all Python threads, also in " + file + "\n" + text);
        journal.append(new Event.StacksDumped(journal.now(), file.toString(), text));
        try {
            PrivateFiles.createFolder(folder);
            PrivateFiles.create(file);
            Files.writeString(file, text, StandardCharsets.UTF_8);
        } catch (IOException unwritable) {
            log.server(LogLevel.ERROR, "The stacks could not be written to " + file + ": " + unwritable);
        }
        return dump;
    }
}
