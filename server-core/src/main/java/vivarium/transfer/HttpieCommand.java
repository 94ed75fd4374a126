package vivarium.transfer;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;
import vivarium.exchange.Captured;

/** A request as a command of HTTPie for a POSIX shell. */
final class HttpieCommand {
    private HttpieCommand() {}

    static String of(Captured captured) {
        byte[] body = captured.requestBody().kept();
        boolean piped = body.length > 0 && !ShellWords.isText(body);
        var words = new ArrayList<String>(List.of("http"));
        if (!piped) {
            words.add("--ignore-stdin");
        }
        words.add("--path-as-is");
        if (body.length > 0 && !piped) {
            words.add("--raw=" + ShellWords.posix(new String(body, UTF_8)));
        }
        words.add(captured.request().method());
        words.add(ShellWords.posixBytes(captured.url()));
        for (var header : captured.request().headers()) {
            if (!header.name().equalsIgnoreCase("Content-Length")) {
                var name = header.name().replace("\\", "\\\\");
                words.add(ShellWords.posixBytes(header.value().isEmpty() ? name + ";" : name + ":" + header.value()));
            }
        }
        return (piped ? ShellWords.printf(body) + " |\n" : "") + String.join(" \\\n  ", words) + "\n";
    }
}
