package vivarium.app.inspect;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vivarium.journal.Note;
import vivarium.journal.SessionNotes;
import vivarium.journal.Sessions;
import vivarium.transfer.ExchangeJson;

/** Notes something about exchanges. */
@Command(
        name = "mark",
        sortOptions = false,
        usageHelpWidth = 100,
        header = "Mark, pin and comment exchanges, also of a session that is being recorded.",
        footer = {
            "",
            "Without --pin and --comment it marks. Filters find them again: is:marked, is:pinned, comment:WORD.",
            "Example: vivarium mark --comment 'the odd one' . 17"
        })
public final class MarkCommand implements Runnable {
    @Parameters(
            index = "0",
            paramLabel = "SESSION",
            description = "A .vivarium file, a name of a session, or a project's folder.")
    private String session = "";

    @Parameters(index = "1..*", paramLabel = "ID", arity = "1..*", description = "The numbers of the exchanges.")
    private List<Long> ids = List.of();

    @Option(names = "--comment", paramLabel = "TEXT", description = "Write this about them; empty for nothing.")
    private @Nullable String comment;

    @Option(names = "--pin", description = "Pin them: they stay on top in the window, and their session is kept.")
    private boolean pin;

    @Option(names = "--mark", description = "Mark them, besides --pin or --comment.")
    private boolean mark;

    @Option(
            names = "--remove",
            description =
                    "Take away the mark (--mark), the pin (--pin) or, where neither is given, all that was noted.")
    private boolean remove;

    @Mixin
    private Printing printing = new Printing();

    @Override
    public void run() {
        if (remove && comment != null) {
            throw new InspectException(
                    "--remove takes away; it does not go with --comment. --comment '' removes a comment.");
        }
        var path = Sessions.find(session, Path.of(""));
        var noted = new ArrayList<Note>();
        try (var file = SessionFile.open(path.toString())) {
            ids.forEach(file::row); // all are there, or nothing is changed
            ids.forEach(id -> noted.add(changed(file.note(id))));
        }
        try (var notes = SessionNotes.open(path)) {
            for (int i = 0; i < ids.size(); i++) {
                notes.note(ids.get(i), noted.get(i));
            }
        }
        try (var file = SessionFile.open(path.toString())) {
            for (long id : ids) {
                var row = file.row(id);
                printing.out()
                        .println(
                                printing.json
                                        ? ExchangeJson.line(row, file.note(id))
                                        : ListCommand.line(row, file.note(id)));
            }
        }
    }

    private Note changed(Note before) {
        if (remove) {
            return mark || pin ? before.withMark(before.marked() && !mark).withPin(before.pinned() && !pin) : Note.NONE;
        }
        boolean marking = mark || (!pin && comment == null);
        var now = before.withMark(before.marked() || marking).withPin(before.pinned() || pin);
        return comment == null ? now : now.withComment(comment);
    }
}
