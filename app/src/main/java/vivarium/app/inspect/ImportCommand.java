package vivarium.app.inspect;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vivarium.exchange.Captured;
import vivarium.journal.Note;
import vivarium.journal.SessionInfo;
import vivarium.journal.SessionNotes;
import vivarium.journal.SessionStore;
import vivarium.transfer.ImportException;
import vivarium.transfer.Transfer;

/** Makes a session of what others recorded. */
@Command(
        name = "import",
        sortOptions = false,
        usageHelpWidth = 100,
        header = "Make a session of a HAR file, a curl command, or a recorder's files.",
        footer = {"", "Example: pbpaste | vivarium import -"})
public final class ImportCommand implements Runnable {
    @Parameters(
            paramLabel = "FILE",
            description =
                    "A HAR file; a file with a curl command; a folder with .iheaders files; - for standard input.")
    private Path file = Path.of("");

    @Option(
            names = "--output",
            paramLabel = "PATH",
            description = "The session file to make. Default: a new one in this folder's .vivarium/sessions.")
    private @Nullable Path output;

    @Mixin
    private Streams streams = new Streams();

    @Override
    public void run() {
        try {
            var exchanges = read();
            if (exchanges.isEmpty()) {
                throw new InspectException("There are no exchanges in " + file + ".");
            }
            var made = store(exchanges);
            streams.out().println(exchanges.size() + " imported to " + made);
        } catch (ImportException e) {
            throw new InspectException(String.valueOf(e.getMessage()));
        } catch (IOException e) {
            throw new InspectException(file + " cannot be read (" + e.getMessage() + "); see that it is there.");
        }
    }

    private List<Captured> read() throws IOException {
        var now = InstantSource.system();
        if (file.toString().equals("-")) {
            return Transfer.read(new String(System.in.readAllBytes(), UTF_8), now);
        }
        if (Files.isDirectory(file)) {
            return Transfer.readRecorder(contents(file), now);
        }
        return Transfer.read(Files.readString(file), now);
    }

    private static Map<String, byte[]> contents(Path folder) throws IOException {
        var contents = new TreeMap<String, byte[]>();
        try (var files = Files.newDirectoryStream(folder, "*.{iheaders,icontent,oheaders,ocontent,oexcept}")) {
            for (var each : files) {
                contents.put(each.getFileName().toString(), Files.readAllBytes(each));
            }
        }
        return contents;
    }

    private Path store(List<Captured> exchanges) {
        var first = exchanges.stream()
                .map(Captured::startedAt)
                .min(Instant::compareTo)
                .orElse(Instant.EPOCH);
        var info = new SessionInfo("import", Path.of("").toAbsolutePath().toString(), "embedded", first);
        Path made;
        try (var store =
                output == null ? SessionStore.createIn(Path.of(""), info) : SessionStore.create(output, info)) {
            for (var captured : exchanges) {
                store.write(captured.events(
                        Duration.between(first, captured.startedAt()).toNanos()));
            }
            store.commit();
            made = store.file();
        }
        note(exchanges, made);
        return made;
    }

    private static void note(List<Captured> exchanges, Path session) {
        var noted =
                exchanges.stream().filter(it -> !it.note().equals(Note.NONE)).toList();
        if (!noted.isEmpty()) {
            try (var notes = SessionNotes.open(session)) {
                noted.forEach(it -> notes.note(it.id(), it.note()));
            }
        }
    }
}
