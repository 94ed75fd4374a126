package vivarium.ui.settings;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Opens files in the user's own editor. */
public final class Editors {
    private static final String FILE = "{file}";
    private static final String LINE = "{line}";

    private Editors() {}

    /** Commands of well-known editors, by their names. */
    public static Map<String, String> presets() {
        var presets = new LinkedHashMap<String, String>();
        presets.put("VS Code", "code --goto {file}:{line}");
        presets.put("PyCharm", "pycharm --line {line} {file}");
        presets.put("Sublime Text", "subl {file}:{line}");
        presets.put("Vim (server)", "gvim --remote-silent +{line} {file}");
        presets.put("Neovim (server)", "nvr --remote-silent +{line} {file}");
        presets.put("Emacs (client)", "emacsclient --no-wait +{line} {file}");
        return presets;
    }

    /** The command's words with file and line put in; quotation marks keep words together. */
    public static List<String> command(String template, Path file, int line) {
        List<String> words = new ArrayList<>();
        var word = new StringBuilder();
        boolean quoted = false;
        for (char c : (template.strip() + " ").toCharArray()) {
            if (c == '"') {
                quoted = !quoted;
            } else if (c == ' ' && !quoted) {
                if (!word.isEmpty()) {
                    words.add(word.toString().replace(FILE, file.toString()).replace(LINE, Integer.toString(line)));
                    word.setLength(0);
                }
            } else {
                word.append(c);
            }
        }
        return template.contains(FILE) ? words : append(words, file.toString());
    }

    private static List<String> append(List<String> words, String last) {
        words.add(last);
        return words;
    }

    /**
     * Starts the editor; does not wait for it.
     *
     * @throws IOException when there is no such program; the message is for the user
     */
    public static void open(String template, Path file, int line) throws IOException {
        List<String> command = command(template, file, line);
        try {
            new ProcessBuilder(command)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
        } catch (IOException missing) {
            throw new IOException(
                    command.getFirst() + " could not be started (" + missing.getMessage()
                            + "); check the editor's command in the settings.",
                    missing);
        }
    }
}
