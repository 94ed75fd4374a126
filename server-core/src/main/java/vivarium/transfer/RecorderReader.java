package vivarium.transfer;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import vivarium.exchange.Captured;
import vivarium.journal.Bytes;
import vivarium.journal.Header;
import vivarium.journal.PythonFailure;
import vivarium.journal.RequestHead;

/** Exchanges from the files of {@link RecorderFiles}. */
final class RecorderReader {
    private RecorderReader() {}

    /**
     * One exchange.
     *
     * @param contents of the files, by their extensions; {@code iheaders} is there
     */
    static Captured read(Map<String, byte[]> contents, Instant at) {
        var environ = PythonLiterals.dict(text(contents, "iheaders"));
        var headers = new ArrayList<Header>();
        environ.forEach((key, value) -> {
            if (key.startsWith("HTTP_") && !key.equals("HTTP_HOST")) {
                headers.add(new Header(headerName(key.substring(5)), value));
            } else if (key.matches("CONTENT_(TYPE|LENGTH)") && !value.isEmpty()) {
                headers.add(new Header(headerName(key), value));
            }
        });
        headers.addFirst(
                new Header("Host", environ.getOrDefault("HTTP_HOST", environ.getOrDefault("SERVER_NAME", ""))));
        var query = environ.getOrDefault("QUERY_STRING", "");
        var target = environ.getOrDefault("SCRIPT_NAME", "")
                + environ.getOrDefault("PATH_INFO", "/")
                + (query.isEmpty() ? "" : "?" + query);
        return new Captured(
                1,
                at,
                new RequestHead(
                        environ.getOrDefault("REQUEST_METHOD", "GET"),
                        environ.getOrDefault("REQUEST_URI", target),
                        environ.getOrDefault("SERVER_PROTOCOL", "HTTP/1.1"),
                        headers,
                        environ.getOrDefault("REMOTE_ADDR", "")),
                Bytes.of(contents.getOrDefault("icontent", new byte[0])),
                Optional.empty(),
                response(contents),
                List.of(),
                Optional.ofNullable(contents.get("oexcept"))
                        .map(bytes -> failure(RecorderReader.text(contents, "oexcept"))),
                Optional.empty(),
                Optional.empty(),
                0);
    }

    private static Optional<Captured.Response> response(Map<String, byte[]> contents) {
        var strings = PythonLiterals.strings(text(contents, "oheaders"));
        if (strings.isEmpty()) {
            return Optional.empty();
        }
        var headers = new ArrayList<Header>();
        for (int i = 1; i + 1 < strings.size(); i += 2) {
            headers.add(new Header(strings.get(i), strings.get(i + 1)));
        }
        var body = Bytes.of(contents.getOrDefault("ocontent", new byte[0]));
        return Optional.of(new Captured.Response(strings.getFirst(), headers, body));
    }

    private static PythonFailure failure(String traceback) {
        var last = traceback.strip().lines().reduce((a, b) -> b).orElse("");
        int colon = last.indexOf(": ");
        return new PythonFailure(
                colon < 0 ? last : last.substring(0, colon),
                colon < 0 ? "" : last.substring(colon + 2),
                traceback,
                List.of());
    }

    /** {@code USER_AGENT} as {@code User-Agent}: the case in which it was sent is not known. */
    private static String headerName(String variable) {
        var name = new StringBuilder();
        for (var part : variable.split("_", -1)) {
            name.append(name.isEmpty() ? "" : "-")
                    .append(
                            part.isEmpty()
                                    ? ""
                                    : part.charAt(0) + part.substring(1).toLowerCase(Locale.ROOT));
        }
        return name.toString();
    }

    private static String text(Map<String, byte[]> contents, String extension) {
        return new String(contents.getOrDefault(extension, new byte[0]), UTF_8);
    }
}
