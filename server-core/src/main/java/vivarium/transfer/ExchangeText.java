package vivarium.transfer;

import java.util.List;
import vivarium.exchange.Amounts;
import vivarium.exchange.Captured;
import vivarium.exchange.Content;
import vivarium.exchange.ContentKind;
import vivarium.journal.Header;
import vivarium.journal.Note;

/** An exchange for reading in a terminal: both messages with readable bodies, the log, the traceback. */
public final class ExchangeText {
    private ExchangeText() {}

    /** Several lines, the last one ended too. */
    public static String of(Captured captured) {
        var text = new StringBuilder(note(captured.note()));
        var head = captured.request();
        text.append(head.method() + " " + head.target() + " " + head.protocol() + "\n");
        message(text, head.headers(), captured.requestContent());
        captured.response().ifPresent(response -> {
            text.append("\n" + response.status() + "\n");
            message(text, response.headers(), Content.of(response.body(), response.headers()));
        });
        if (!captured.log().isEmpty()) {
            text.append("\nlog\n");
            captured.log()
                    .forEach(line ->
                            text.append("  " + line.level() + " " + line.text().replace("\n", "\n    ") + "\n"));
        }
        captured.failure()
                .ifPresent(failure -> text.append("\n" + failure.traceback().stripTrailing() + "\n"));
        captured.duration().ifPresent(took -> text.append("\ntook " + Amounts.duration(took.toNanos()) + "\n"));
        return text.toString();
    }

    /** What the user noted, in a line with an empty one after it; nothing where nothing is noted. */
    private static String note(Note note) {
        var words = NoteText.of(note);
        return words.isEmpty() ? "" : words + "\n\n";
    }

    private static void message(StringBuilder text, List<Header> headers, Content content) {
        headers.forEach(header -> text.append(header.name() + ": " + header.value() + "\n"));
        if (content.kind() == ContentKind.EMPTY) {
            return;
        }
        boolean binary = content.kind() == ContentKind.BINARY || content.kind() == ContentKind.IMAGE;
        text.append('\n')
                .append(binary ? content.hex().text() : content.pretty().stripTrailing() + "\n");
        content.notes().forEach(note -> text.append("(" + note + ")\n"));
        if (content.raw().truncated()) {
            text.append(
                    "(" + Amounts.exactly(content.raw().length() - content.raw().kept().length) + " were not kept)\n");
        }
    }
}
