package vivarium.app.inspect;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.json.JsonMapper;
import vivarium.exchange.Amounts;
import vivarium.journal.SessionBin;
import vivarium.journal.SessionException;
import vivarium.journal.SessionNotes;
import vivarium.journal.SessionOverview;
import vivarium.journal.Sessions;

/** Lists the sessions of a project, renames and deletes them. */
@Command(
        name = "sessions",
        sortOptions = false,
        usageHelpWidth = 100,
        header = "List the sessions of a project, newest first; rename, delete and undelete them.",
        footer = {
            "",
            "A deleted session can be had back for " + SessionBin.DAYS
                    + " days. One that is being recorded is not deleted.",
            "Example: vivarium sessions --rename 20261121-090000 'before the change'"
        })
public final class SessionsCommand implements Runnable {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(ZoneId.systemDefault());

    @Parameters(
            paramLabel = "PROJECT",
            arity = "0..1",
            defaultValue = ".",
            description = "Its folder. Default: this one.")
    private Path project = Path.of(".");

    @Option(
            names = "--rename",
            arity = "2",
            paramLabel = "SESSION NAME",
            hideParamSyntax = true,
            description = "Call this session so from now on; an empty name takes it away.")
    private List<String> rename = List.of();

    @Option(
            names = "--delete",
            paramLabel = "SESSION",
            description = "Delete this session; may be given several times.")
    private List<String> delete = List.of();

    @Option(
            names = "--undelete",
            paramLabel = "SESSION",
            description = "Bring this one back; may be given several times.")
    private List<String> undelete = List.of();

    @Option(names = "--deleted", description = "List those that can be brought back.")
    private boolean deleted;

    @Mixin
    private Printing printing = new Printing();

    @Override
    public void run() {
        if (!Files.isDirectory(project)) {
            throw new InspectException("There is no folder " + project + "; name a project's folder.");
        }
        var sessions = Sessions.ofProject(project);
        var bin = new SessionBin(sessions.folder());
        if (rename.isEmpty() && delete.isEmpty() && undelete.isEmpty()) {
            (deleted ? bin.files() : sessions.files()).forEach(this::list);
            return;
        }
        if (!rename.isEmpty()) {
            var file = Sessions.find(rename.getFirst(), project);
            try (var notes = SessionNotes.open(file)) {
                notes.name(rename.getLast());
            }
            list(file);
        }
        for (var name : delete) {
            var file = Sessions.find(name, project);
            SessionBin.beside(file).delete(file, LocalDate.now(ZoneId.systemDefault()));
            printing.out()
                    .println(file.getFileName() + " deleted; vivarium sessions --undelete "
                            + file.getFileName().toString().replaceFirst("\\.vivarium$", "") + " brings it back");
        }
        undelete.forEach(name -> list(bin.restore(name)));
    }

    private void list(Path file) {
        try {
            var session = SessionOverview.of(file);
            printing.out().println(printing.json ? json(session) : text(session));
        } catch (SessionException unreadable) {
            printing.err("vivarium: " + unreadable.getMessage());
        }
    }

    private static String json(SessionOverview session) {
        return JsonMapper.shared()
                .createObjectNode()
                .put("file", session.file().normalize().toString())
                .put("name", session.name())
                .put("project", session.info().project())
                .put("started_at", session.info().started().toString())
                .put("duration_ms", session.duration().toNanos() / 1e6)
                .put("exchanges", session.exchanges())
                .put("failures", session.failures())
                .put("noted", session.noted())
                .put("bytes", session.bytes())
                .put("open", session.open())
                .toString();
    }

    private static String text(SessionOverview session) {
        return "%s  %10s  %7d exchanges  %5d failed  %9s%s  %s%s"
                .formatted(
                        TIME.format(session.info().started()),
                        Amounts.duration(session.duration().toNanos()),
                        session.exchanges(),
                        session.failures(),
                        Amounts.size(session.bytes()),
                        session.open() ? "  open" : "",
                        session.file().normalize(),
                        session.name().isEmpty() ? "" : "  " + session.name());
    }
}
