package vivarium.replay;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import vivarium.exchange.Captured;
import vivarium.journal.Header;
import vivarium.journal.PrivateFiles;
import vivarium.journal.RequestHead;

/** The requests that are kept under names in a project's private folder. Blocks on the disk; for one thread at a time. */
public final class SavedRequests {
    private static final int FORMAT = 1;
    private static final JsonMapper JSON = JsonMapper.shared();

    private final Path folder;

    /** @param project the project's folder */
    public SavedRequests(Path project) {
        folder = project.resolve(PrivateFiles.FOLDER);
    }

    /** All, in their order; none where nothing was kept yet. Fails where the file is not what this writes. */
    public List<SavedRequest> read() throws IOException {
        if (Files.notExists(file())) {
            return List.of();
        }
        try {
            var root = JSON.readTree(Files.readString(file()));
            if (root.path("format").asInt() > FORMAT) {
                throw new IOException(file() + " was written by a newer Vivarium; use that one.");
            }
            return root.path("requests")
                    .valueStream()
                    .map(SavedRequests::request)
                    .toList();
        } catch (JacksonException broken) {
            throw new IOException(file() + " cannot be read (" + broken.getOriginalMessage() + ").", broken);
        }
    }

    /** The one with this name. */
    public Optional<SavedRequest> find(String name) throws IOException {
        return read().stream().filter(saved -> saved.name().equals(name)).findFirst();
    }

    /** From now on it is these. */
    public void write(List<SavedRequest> requests) throws IOException {
        ObjectNode root = JSON.createObjectNode().put("format", FORMAT);
        var array = root.putArray("requests");
        requests.forEach(saved -> array.add(json(saved)));
        PrivateFiles.createFolder(folder);
        Path whole = folder.resolve("requests.json.new");
        Files.deleteIfExists(whole);
        PrivateFiles.create(whole);
        Files.writeString(whole, JSON.writerWithDefaultPrettyPrinter().writeValueAsString(root));
        Files.move(whole, file(), StandardCopyOption.REPLACE_EXISTING);
    }

    private Path file() {
        return folder.resolve("requests.json");
    }

    private static ObjectNode json(SavedRequest saved) {
        var head = saved.request().request();
        ObjectNode object = JSON.createObjectNode()
                .put("name", saved.name())
                .put("method", head.method())
                .put("target", head.target())
                .put("protocol", head.protocol());
        var headers = object.putArray("headers");
        head.headers().forEach(header -> headers.addArray().add(header.name()).add(header.value()));
        byte[] body = saved.request().requestBody().kept();
        var text = new String(body, UTF_8);
        // Text stays readable for whoever looks into the file.
        return Arrays.equals(text.getBytes(UTF_8), body)
                ? object.put("body", text)
                : object.put("base64", Base64.getEncoder().encodeToString(body));
    }

    private static SavedRequest request(JsonNode object) {
        var headers = object.path("headers")
                .valueStream()
                .map(pair -> new Header(pair.path(0).asString(""), pair.path(1).asString("")))
                .toList();
        byte[] body = object.has("base64")
                ? Base64.getDecoder().decode(object.path("base64").asString(""))
                : object.path("body").asString("").getBytes(UTF_8);
        return new SavedRequest(
                object.path("name").asString(""),
                Captured.request(
                        0,
                        Instant.EPOCH,
                        new RequestHead(
                                object.path("method").asString("GET"),
                                object.path("target").asString("/"),
                                object.path("protocol").asString("HTTP/1.1"),
                                headers,
                                ""),
                        body));
    }
}
