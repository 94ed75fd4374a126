package vivarium.transfer;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import vivarium.exchange.Captured;
import vivarium.journal.Header;
import vivarium.journal.RequestHead;

/** A request from a command of curl, as browsers' tools and documents have them. For one command. */
final class CurlReader {
    private final List<Header> headers = new ArrayList<>();
    private final List<String> data = new ArrayList<>();
    private String method = "";
    private String url = "";
    private String protocol = "HTTP/1.1";
    private boolean get;
    private boolean json;

    private CurlReader() {}

    /** Whether it may be such a command. */
    static boolean is(String text) {
        return text.stripLeading().matches("(?s)curl(\\.exe)?\\s.*");
    }

    static Captured read(String command, Instant now) {
        var reader = new CurlReader();
        reader.options(ShellSplit.words(command));
        return reader.request(now);
    }

    private void options(List<String> words) {
        for (int i = 1; i < words.size(); i++) {
            var word = words.get(i);
            if (!word.startsWith("-") || word.equals("-")) {
                url = word;
                continue;
            }
            int equals = word.startsWith("--") ? word.indexOf('=') : -1;
            boolean joined = !word.startsWith("--") && word.length() > 2;
            var name = equals > 0 ? word.substring(0, equals) : joined ? word.substring(0, 2) : word;
            if (!takesValue(name)) {
                flag(word);
                continue;
            }
            if (equals < 0 && !joined && i + 1 == words.size()) {
                throw new ImportException("This curl command ends after " + word + ", which wants a value.");
            }
            option(name, equals > 0 ? word.substring(equals + 1) : joined ? word.substring(2) : words.get(++i));
        }
    }

    private static boolean takesValue(String name) {
        return switch (name) {
            case "-X",
                    "--request",
                    "-H",
                    "--header",
                    "-d",
                    "--data",
                    "--data-ascii",
                    "--data-raw",
                    "--data-binary",
                    "--data-urlencode",
                    "--json",
                    "-b",
                    "--cookie",
                    "-A",
                    "--user-agent",
                    "-e",
                    "--referer",
                    "-u",
                    "--user",
                    "--url",
                    "-o",
                    "--output",
                    "-m",
                    "--max-time",
                    "--connect-timeout",
                    "-w",
                    "--write-out",
                    "-x",
                    "--proxy",
                    "-F",
                    "--form",
                    "-T",
                    "--upload-file",
                    "-K",
                    "--config",
                    "--request-target",
                    "--resolve",
                    "--cacert",
                    "-c",
                    "--cookie-jar",
                    "-D",
                    "--dump-header",
                    "--retry" -> true;
            default -> false;
        };
    }

    private void option(String name, String value) {
        switch (name) {
            case "-X", "--request" -> method = value;
            case "-H", "--header" -> header(value);
            case "-d", "--data", "--data-ascii", "--data-binary" -> data.add(noFile(name, value));
            case "--data-raw" -> data.add(value);
            case "--data-urlencode" -> data.add(urlencoded(noFile(name, value)));
            case "--json" -> {
                json = true;
                data.add(noFile(name, value));
            }
            case "-b", "--cookie" -> headers.add(new Header("Cookie", value));
            case "-A", "--user-agent" -> headers.add(new Header("User-Agent", value));
            case "-e", "--referer" -> headers.add(new Header("Referer", value));
            case "-u", "--user" ->
                headers.add(new Header(
                        "Authorization", "Basic " + Base64.getEncoder().encodeToString(value.getBytes(UTF_8))));
            case "--url" -> url = value;
            case "-F", "--form", "-T", "--upload-file", "-K", "--config" ->
                throw new ImportException("curl's " + name
                        + " reads files, which is not imported; send it to Vivarium once, and replay that.");
            default -> {}
        }
    }

    private void flag(String word) {
        switch (word) {
            case "-I", "--head" -> method = "HEAD";
            case "-G", "--get" -> get = true;
            case "-0", "--http1.0" -> protocol = "HTTP/1.0";
            default -> {}
        }
    }

    private static String noFile(String name, String value) {
        if (value.startsWith("@")) {
            throw new ImportException("curl's " + name + " " + value
                    + " reads a file, which is not imported; write its content into the command.");
        }
        return value;
    }

    private static String urlencoded(String value) {
        int equals = value.indexOf('=');
        return equals < 0
                ? URLEncoder.encode(value, UTF_8)
                : value.substring(0, equals + (equals == 0 ? 0 : 1))
                        + URLEncoder.encode(value.substring(equals + 1), UTF_8);
    }

    private void header(String text) {
        int colon = text.indexOf(':');
        if (colon > 0 && !text.substring(colon + 1).isBlank()) {
            var latin1 = new String(text.substring(colon + 1).strip().getBytes(UTF_8), ISO_8859_1);
            headers.add(new Header(text.substring(0, colon), latin1));
        } else if (text.endsWith(";")) {
            headers.add(new Header(text.substring(0, text.length() - 1), ""));
        }
    }

    private Captured request(Instant now) {
        if (url.isEmpty()) {
            throw new ImportException("This curl command has no address.");
        }
        var rest = url.replaceFirst("^[a-zA-Z]+://", "").replaceFirst("#.*", "");
        int slash = rest.replaceFirst("[/?].*", "").length();
        var target = rest.substring(slash).startsWith("/") ? rest.substring(slash) : "/" + rest.substring(slash);
        var text = String.join("&", data);
        if (get && !text.isEmpty()) {
            target += (target.indexOf('?') < 0 ? "?" : "&") + text;
        }
        byte[] body = get ? new byte[0] : text.getBytes(UTF_8);
        headers.addAll(0, missing("Host", rest.substring(0, slash)));
        if (!data.isEmpty() && !get) {
            headers.addAll(missing("Content-Type", json ? "application/json" : "application/x-www-form-urlencoded"));
            if (headers.stream().noneMatch(header -> header.name().equalsIgnoreCase("Transfer-Encoding"))) {
                headers.addAll(missing("Content-Length", Integer.toString(body.length)));
            }
        }
        if (method.isEmpty()) {
            method = data.isEmpty() || get ? "GET" : "POST";
        }
        return Captured.request(1, now, new RequestHead(method, target, protocol, headers, ""), body);
    }

    private List<Header> missing(String name, String value) {
        return headers.stream().anyMatch(header -> header.name().equalsIgnoreCase(name))
                ? List.of()
                : List.of(new Header(name, value));
    }
}
