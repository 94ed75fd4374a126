package vivarium.app.inspect;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vivarium.exchange.Amounts;
import vivarium.journal.ExchangeSummary;
import vivarium.journal.Note;
import vivarium.transfer.ExchangeJson;
import vivarium.transfer.NoteText;

/** Lists the exchanges of a session. */
@Command(
        name = "list",
        sortOptions = false,
        usageHelpWidth = 100,
        header = "List the exchanges of a session.",
        footer = {"", "Example: vivarium list --filter 'status:5xx or duration>1s' ."})
public final class ListCommand implements Runnable {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm:ss.SSS").withZone(ZoneId.systemDefault());

    @Parameters(
            paramLabel = "SESSION",
            arity = "0..1",
            defaultValue = ".",
            description = "A .vivarium file, a name that vivarium sessions lists, or a project's folder: its newest"
                    + " session. Default: this folder.")
    private String session = ".";

    @Option(names = "--filter", paramLabel = "EXPR", description = "Only those of which this holds: docs/filter.md.")
    private @Nullable String filter;

    @Mixin
    private Printing printing = new Printing();

    @Override
    public void run() {
        try (var file = SessionFile.open(session)) {
            for (var row : file.list(filter)) {
                printing.out()
                        .println(
                                printing.json
                                        ? ExchangeJson.line(row, file.note(row.id()))
                                        : line(row, file.note(row.id())));
            }
        }
    }

    /** A row as a terminal shows it. */
    static String line(ExchangeSummary row, Note note) {
        return "%5d  %s  %-6s %-40s %3s  %8s  %8s  %s %s"
                .formatted(
                        row.id(),
                        TIME.format(row.startedAt()),
                        row.method(),
                        row.query().isEmpty() ? row.path() : row.path() + "?" + row.query(),
                        row.status().isPresent() ? Integer.toString(row.status().getAsInt()) : "-",
                        Amounts.size(row.responseBytes()),
                        row.durationMs().isPresent()
                                ? Amounts.duration((long) (row.durationMs().getAsDouble() * 1e6))
                                : "-",
                        row.error().orElse(""),
                        NoteText.of(note))
                .stripTrailing();
    }
}
