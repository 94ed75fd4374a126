package vivarium.transfer;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import vivarium.exchange.Captured;
import vivarium.transfer.Exported.File;

/**
 * The files of the logging middleware in mod_wsgi's documentation: {@code .iheaders} and {@code .oheaders} as Python's {@code pprint}
 * writes them, {@code .icontent} and {@code .ocontent} as they were, and {@code .oexcept} with the traceback.
 */
final class RecorderFiles {
    private RecorderFiles() {}

    static List<File> of(Captured captured) {
        long millis = captured.startedAt().toEpochMilli();
        var key = String.format(Locale.ROOT, "%d.%02d-0-%d", millis / 1_000, millis % 1_000 / 10, captured.id());
        var files = new ArrayList<File>();
        files.add(new File(key + ".iheaders", iheaders(captured).getBytes(UTF_8)));
        files.add(new File(key + ".icontent", captured.requestBody().kept()));
        captured.response().ifPresent(response -> {
            files.add(new File(key + ".oheaders", oheaders(response).getBytes(UTF_8)));
            files.add(new File(key + ".ocontent", response.body().kept()));
        });
        captured.failure()
                .ifPresent(failure ->
                        files.add(new File(key + ".oexcept", failure.traceback().getBytes(UTF_8))));
        return files;
    }

    private static String iheaders(Captured captured) {
        var sorted = new TreeMap<String, String>();
        captured.environ()
                .ifPresentOrElse(
                        environ -> environ.entries().forEach(entry -> sorted.put(entry.key(), entry.repr())),
                        () -> fromHead(captured, sorted));
        return sorted.entrySet().stream()
                .map(entry -> PythonText.string(entry.getKey()) + ": " + entry.getValue())
                .collect(Collectors.joining(",\n ", "{", "}\n"));
    }

    /** Of a request that never came to the application, its line and headers. */
    private static void fromHead(Captured captured, Map<String, String> environ) {
        var request = captured.request();
        environ.put("REQUEST_METHOD", PythonText.string(request.method()));
        environ.put("REQUEST_URI", PythonText.string(request.target()));
        environ.put("SERVER_PROTOCOL", PythonText.string(request.protocol()));
        for (var header : request.headers()) {
            var name = header.name().toUpperCase(Locale.ROOT).replace('-', '_');
            boolean plain = name.equals("CONTENT_TYPE") || name.equals("CONTENT_LENGTH");
            environ.put(plain ? name : "HTTP_" + name, PythonText.string(header.value()));
        }
    }

    private static String oheaders(Captured.Response response) {
        return response.headers().stream()
                .map(header -> "(" + PythonText.string(header.name()) + ", " + PythonText.string(header.value()) + ")")
                .collect(Collectors.joining(",\n  ", "(" + PythonText.string(response.status()) + ",\n [", "])\n"));
    }
}
