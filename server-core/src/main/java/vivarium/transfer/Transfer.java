package vivarium.transfer;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import vivarium.exchange.Captured;
import vivarium.transfer.Exported.File;

/** Writes exchanges in the formats of other programs, and reads them. In memory, on the caller's thread. */
public final class Transfer {
    private Transfer() {}

    /**
     * The exchanges in this format.
     *
     * @param mask whether secrets are replaced, which then is in the notes
     * @param application as {@code --application} takes it, for tests; empty where it is not known
     */
    public static Exported export(Format format, List<Captured> exchanges, boolean mask, String application) {
        var notes = new ArrayList<String>();
        var clean = mask
                ? exchanges.stream()
                        .map(captured -> Masking.mask(captured, notes))
                        .toList()
                : exchanges;
        for (var captured : clean) {
            if (captured.missingOfRequest() > 0 && format != Format.PYTEST) {
                notes.add("Of the request body of exchange " + captured.id() + " " + captured.missingOfRequest()
                        + " bytes are missing: they were not read, or not kept.");
            }
        }
        var files = format == Format.RECORDER
                ? clean.stream().flatMap(it -> RecorderFiles.of(it).stream()).toList()
                : List.of(new File("", bytes(format, clean, application, notes)));
        return new Exported(files, notes);
    }

    private static byte[] bytes(Format format, List<Captured> exchanges, String application, List<String> notes) {
        return switch (format) {
            case HAR -> HarWriter.of(exchanges).getBytes(UTF_8);
            case PYTEST -> PytestFile.of(exchanges, application, notes).getBytes(UTF_8);
            case RAW -> raw(exchanges);
            case URL -> texts(exchanges, captured -> captured.url() + "\n", "");
            case CURL -> texts(exchanges, CurlCommand::posix, "\n");
            case CURL_POWERSHELL -> texts(exchanges, CurlCommand::powerShell, "\n");
            case HTTPIE -> texts(exchanges, HttpieCommand::of, "\n");
            case REQUESTS -> texts(exchanges, PythonClients::requests, "\n\n");
            case HTTPX -> texts(exchanges, PythonClients::httpx, "\n\n");
            case ENVIRON -> texts(exchanges, EnvironText::of, "\n");
            case RECORDER -> new byte[0];
        };
    }

    private static byte[] texts(List<Captured> exchanges, Function<Captured, String> writer, String separator) {
        return exchanges.stream()
                .map(writer)
                .collect(Collectors.joining(separator))
                .getBytes(UTF_8);
    }

    private static byte[] raw(List<Captured> exchanges) {
        var out = new ByteArrayOutputStream();
        exchanges.forEach(captured -> out.writeBytes(RawHttp.request(captured)));
        return out.toByteArray();
    }

    /** Whether a text looks like one that {@link #read} takes. */
    public static boolean readable(String text) {
        return CurlReader.is(text) || (text.stripLeading().startsWith("{") && text.contains("\"entries\""));
    }

    /**
     * The exchanges in a HAR, or the request of a curl command; numbered from 1.
     *
     * @throws ImportException when it is neither
     */
    public static List<Captured> read(String text, InstantSource now) {
        if (CurlReader.is(text)) {
            return List.of(CurlReader.read(text, now.instant()));
        }
        if (text.stripLeading().startsWith("{") || text.startsWith("\ufeff{")) {
            return HarReader.read(text.startsWith("\ufeff") ? text.substring(1) : text);
        }
        throw new ImportException("This is neither a HAR file nor a curl command; those can be imported,"
                + " and the .iheaders files of a recorder.");
    }

    /**
     * The exchanges in the files of a recorder, numbered from 1.
     *
     * @param files contents by names
     */
    public static List<Captured> readRecorder(Map<String, byte[]> files, InstantSource now) {
        Map<String, Map<String, byte[]>> exchanges = new TreeMap<>();
        files.forEach((name, content) -> {
            int dot = name.lastIndexOf('.');
            exchanges
                    .computeIfAbsent(name.substring(0, Math.max(0, dot)), key -> new TreeMap<>())
                    .put(name.substring(dot + 1), content);
        });
        var read = new ArrayList<Captured>();
        exchanges.values().stream()
                .filter(parts -> parts.containsKey("iheaders"))
                .map(parts -> RecorderReader.read(parts, now.instant()))
                .forEach(captured -> read.add(captured.numbered(read.size() + 1)));
        return read;
    }
}
