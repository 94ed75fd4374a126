package vivarium.app.inspect;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vivarium.journal.PrivateFiles;
import vivarium.transfer.Exported;
import vivarium.transfer.Format;
import vivarium.transfer.Transfer;

/** Writes exchanges in the formats of other programs. */
@Command(
        name = "export",
        sortOptions = false,
        usageHelpWidth = 100,
        header = "Take exchanges elsewhere: HAR, curl, HTTPie, Python, a test.",
        footer = {"", "Example: vivarium export --format pytest --id 17 . > test_17.py"})
public final class ExportCommand implements Runnable {
    @Parameters(paramLabel = "SESSION", description = "A .vivarium file, a name of a session, or a project's folder.")
    private String session = "";

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            required = true,
            description = "har, url, curl, curl-powershell, httpie, requests, httpx, raw, environ, pytest, recorder.")
    private String format = "";

    @Option(names = "--filter", paramLabel = "EXPR", description = "Only those of which this holds: docs/filter.md.")
    private @Nullable String filter;

    @Option(
            names = "--id",
            paramLabel = "N",
            description = "Only the exchange of this number; may be given several times.")
    private List<Long> ids = List.of();

    @Option(names = "--no-mask", description = "Write passwords, cookies, tokens and keys, too.")
    private boolean noMask;

    @Option(
            names = "--output",
            paramLabel = "PATH",
            description = "The file to write, or the folder for formats of several files. Default: standard output.")
    private @Nullable Path output;

    @Mixin
    private Streams streams = new Streams();

    @Override
    public void run() {
        try (var file = SessionFile.open(session)) {
            var exchanges = chosen(file).mapToObj(file::exchange).toList();
            var exported = Transfer.export(format(), exchanges, !noMask, file.application());
            write(exported);
            exported.notes().forEach(note -> streams.err("vivarium: " + note));
        } catch (IOException e) {
            throw new InspectException(
                    "The export cannot be written (" + e.getMessage() + "); see that --output is writable.");
        }
    }

    private Format format() {
        try {
            return Format.valueOf(format.toUpperCase(Locale.ROOT).replace('-', '_'));
        } catch (IllegalArgumentException unknown) {
            var all = Arrays.stream(Format.values()).map(Format::word).collect(Collectors.joining(", "));
            throw new InspectException("There is no format " + format + "; there are " + all + ".");
        }
    }

    private LongStream chosen(SessionFile file) {
        if (ids.isEmpty()) {
            return Arrays.stream(file.find(filter == null ? "" : filter));
        }
        return filter == null
                ? ids.stream().mapToLong(Long::longValue)
                : Arrays.stream(file.find(filter)).filter(ids::contains);
    }

    private void write(Exported exported) throws IOException {
        boolean several = exported.files().size() != 1
                || !exported.files().getFirst().name().isEmpty();
        if (output == null) {
            if (several) {
                throw new InspectException(format + " makes several files; name a folder for them with --output.");
            }
            streams.out().flush();
            // Bytes as they are: a request's body need not be text.
            System.out.write(exported.files().getFirst().content());
            System.out.flush();
            return;
        }
        if (several) {
            PrivateFiles.createFolder(output);
        }
        for (var file : exported.files()) {
            var path = several ? output.resolve(file.name()) : output;
            if (Files.notExists(path)) {
                PrivateFiles.create(path);
            }
            Files.write(path, file.content());
        }
    }
}
