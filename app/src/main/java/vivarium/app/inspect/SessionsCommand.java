package vivarium.app.inspect;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.json.JsonMapper;
import vivarium.exchange.Amounts;
import vivarium.journal.SessionException;
import vivarium.journal.SessionReader;
import vivarium.journal.Sessions;

/** Lists the sessions of a project. */
@Command(
        name = "sessions",
        sortOptions = false,
        usageHelpWidth = 100,
        header = "List the sessions of a project, newest first.")
public final class SessionsCommand implements Runnable {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(ZoneId.systemDefault());

    @Parameters(
            paramLabel = "PROJECT",
            arity = "0..1",
            defaultValue = ".",
            description = "Its folder. Default: this one.")
    private Path project = Path.of(".");

    @Mixin
    private Printing printing = new Printing();

    @Override
    public void run() {
        if (!Files.isDirectory(project)) {
            throw new InspectException("There is no folder " + project + "; name a project's folder.");
        }
        for (var file : Sessions.ofProject(project).files()) {
            try (var reader = SessionReader.open(file)) {
                print(file, reader.info().started(), reader.count());
            } catch (SessionException unreadable) {
                printing.err("vivarium: " + unreadable.getMessage());
            }
        }
    }

    private void print(Path file, Instant started, long exchanges) {
        long size = size(file) + size(file.resolveSibling(file.getFileName() + "-wal"));
        // Only a session that is being written, or whose writer was killed, has one.
        boolean open = Files.exists(file.resolveSibling(file.getFileName() + "-wal"));
        printing.out()
                .println(
                        printing.json
                                ? JsonMapper.shared()
                                        .createObjectNode()
                                        .put("file", file.normalize().toString())
                                        .put("started_at", started.toString())
                                        .put("exchanges", exchanges)
                                        .put("bytes", size)
                                        .put("open", open)
                                        .toString()
                                : "%s  %7d exchanges  %9s%s  %s"
                                        .formatted(
                                                TIME.format(started),
                                                exchanges,
                                                Amounts.size(size),
                                                open ? "  open" : "",
                                                file.normalize()));
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException none) {
            return 0;
        }
    }
}
