package vivarium.compare;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vivarium.journal.PrivateFiles;

/**
 * What a project leaves out of comparisons, in its private folder. Blocks on the disk; for one thread at a time.
 *
 * @param project the project's folder
 */
public record IgnoreFile(Path project) {
    private static final int FORMAT = 1;
    private static final JsonMapper JSON = JsonMapper.shared();

    private Path file() {
        return project.resolve(PrivateFiles.FOLDER).resolve("ignore.json");
    }

    /** The names, in the order in which they were added; none where nothing was remembered. */
    public List<String> read() throws IOException {
        if (Files.notExists(file())) {
            return List.of();
        }
        try {
            var names = new ArrayList<String>();
            for (JsonNode name : JSON.readTree(Files.readString(file())).path("names")) {
                names.add(name.asString(""));
            }
            return names;
        } catch (JacksonException broken) {
            throw new IOException(file() + " cannot be read (" + broken.getOriginalMessage() + ").", broken);
        }
    }

    /** The usual rules and these names. */
    public IgnoreRules rules() throws IOException {
        var rules = IgnoreRules.standard();
        for (String name : read()) {
            rules = rules.and(name);
        }
        return rules;
    }

    /** From now on it is these. */
    public void write(List<String> names) throws IOException {
        var root = JSON.createObjectNode().put("format", FORMAT);
        var array = root.putArray("names");
        names.forEach(array::add);
        PrivateFiles.createFolder(project.resolve(PrivateFiles.FOLDER));
        if (Files.notExists(file())) {
            PrivateFiles.create(file());
        }
        Files.writeString(file(), JSON.writerWithDefaultPrettyPrinter().writeValueAsString(root));
    }
}
