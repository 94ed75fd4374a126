package vivarium.transfer;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import vivarium.exchange.Captured;
import vivarium.journal.Header;

/** A request as a command of curl that sends the same header fields and the same body. */
final class CurlCommand {
    /** From here on curl asks first whether the body is wanted. */
    private static final int EXPECTS = 1 << 16;

    private CurlCommand() {}

    static String posix(Captured captured) {
        byte[] body = captured.requestBody().kept();
        var words = new ArrayList<String>(List.of("curl"));
        words.addAll(options(captured).stream().map(ShellWords::posixBytes).toList());
        boolean text = ShellWords.isText(body);
        if (body.length > 0) {
            words.add(text ? "--data-raw" : "--data-binary");
            words.add(text ? ShellWords.posix(new String(body, UTF_8)) : "@-");
        }
        var command = lines(words, " \\\n  ");
        return text ? command : ShellWords.printf(body) + " |\n" + command;
    }

    static String powerShell(Captured captured) {
        byte[] body = captured.requestBody().kept();
        var words = new ArrayList<String>(List.of("curl.exe"));
        for (var option : options(captured)) {
            byte[] bytes = option.getBytes(ISO_8859_1);
            words.add(ShellWords.powerShell(ShellWords.isText(bytes) ? new String(bytes, UTF_8) : option));
        }
        if (body.length == 0) {
            return lines(words, " `\n  ");
        }
        if (ShellWords.isText(body)) {
            words.add("--data-raw");
            words.add(ShellWords.powerShell(new String(body, UTF_8)));
            return lines(words, " `\n  ");
        }
        words.add("--data-binary");
        words.add("\"@$body\"");
        return "$body = New-TemporaryFile\n[IO.File]::WriteAllBytes($body, [Convert]::FromBase64String('"
                + Base64.getEncoder().encodeToString(body) + "'))\n" + lines(words, " `\n  ");
    }

    /** What comes before the body; characters stand for bytes. */
    private static List<String> options(Captured captured) {
        var request = captured.request();
        boolean body = captured.requestBody().kept().length > 0;
        var options = new ArrayList<String>(List.of(captured.url()));
        if (request.method().equals("HEAD")) {
            options.add("--head");
        } else if (!request.method().equals(body ? "POST" : "GET")) {
            options.addAll(List.of("--request", request.method()));
        }
        if (request.protocol().equals("HTTP/1.0")) {
            options.add("--http1.0");
        }
        // Brackets and dots are sent as they are.
        options.add("--globoff");
        options.add("--path-as-is");
        if (!request.target().startsWith("/")) {
            options.addAll(List.of("--request-target", request.target()));
            options.set(0, "http://" + captured.host() + "/");
        }
        for (var header : request.headers()) {
            if (!impliedByCurl(header, captured)) {
                options.add("--header");
                options.add(header.value().isEmpty() ? header.name() + ";" : header.name() + ": " + header.value());
            }
        }
        for (var name :
                body ? List.of("User-Agent", "Accept", "Content-Type", "Expect") : List.of("User-Agent", "Accept")) {
            boolean would = !name.equals("Expect") || captured.requestBody().kept().length >= EXPECTS;
            if (would && captured.requestHeader(name).isEmpty()) {
                options.add("--header");
                options.add(name + ":");
            }
        }
        return options;
    }

    private static boolean impliedByCurl(Header header, Captured captured) {
        return header.name().equalsIgnoreCase("Content-Length")
                || (header.name().equalsIgnoreCase("Host") && header.value().equals(captured.host()));
    }

    /** An option and its value share a line. */
    private static String lines(List<String> words, String separator) {
        var text = new StringBuilder(words.getFirst());
        boolean value = true;
        for (var word : words.subList(1, words.size())) {
            text.append(value ? " " : separator).append(word);
            value = word.matches("'?--(request|request-target|header|data-raw|data-binary)'?");
        }
        return text.append('\n').toString();
    }
}
