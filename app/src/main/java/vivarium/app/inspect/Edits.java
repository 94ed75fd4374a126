package vivarium.app.inspect;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import vivarium.exchange.Captured;
import vivarium.replay.RequestEdit;

/** What {@code --set} asks for. */
final class Edits {
    private Edits() {}

    static Captured apply(List<String> edits, Captured captured) {
        var edited = captured;
        for (var edit : edits) {
            int equals = edit.indexOf('=');
            if (equals < 0) {
                throw wrong(edit);
            }
            edited = apply(edit, edit.substring(0, equals), edit.substring(equals + 1), edited);
        }
        return edited;
    }

    private static Captured apply(String edit, String what, String value, Captured captured) {
        int dot = what.indexOf('.');
        var name = what.substring(dot + 1);
        return switch (dot < 0 ? what : what.substring(0, dot)) {
            case "method" -> RequestEdit.method(captured, value);
            case "target" -> RequestEdit.target(captured, value);
            case "body" -> RequestEdit.body(captured, value.getBytes(UTF_8));
            case "header" -> RequestEdit.header(captured, name, value);
            case "query" -> RequestEdit.query(captured, name, value);
            case "form" -> RequestEdit.form(captured, name, value);
            default -> throw wrong(edit);
        };
    }

    private static InspectException wrong(String edit) {
        return new InspectException(
                "--set " + edit
                        + " is not understood: write method=PUT, target=/x, header.NAME=VALUE, query.NAME=VALUE, form.NAME=VALUE or body=TEXT.");
    }
}
