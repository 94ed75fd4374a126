package vivarium.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import vivarium.journal.PrivateFiles;

/**
 * What a run tells programs of the same user, in a file of the project's folder {@code .vivarium} that its owner alone can read.
 *
 * @param port where it listens
 * @param secret of {@link vivarium.server.ReplayMark}
 */
public record RunFile(int port, String secret) {
    private static final String NAME = "running";

    /** What the run of the project in this folder told; empty where it is not served. Blocks on the disk. */
    public static Optional<RunFile> of(Path project) {
        try {
            var words = Files.readString(file(project.resolve(PrivateFiles.FOLDER)))
                    .strip()
                    .split(" ", 2);
            return words.length == 2 && words[0].matches("\\d{1,5}")
                    ? Optional.of(new RunFile(Integer.parseInt(words[0]), words[1]))
                    : Optional.empty();
        } catch (IOException none) {
            return Optional.empty();
        }
    }

    /** Tells it. */
    void tell(Path privateFolder) throws IOException {
        forget(privateFolder);
        PrivateFiles.createFolder(privateFolder);
        PrivateFiles.create(file(privateFolder));
        Files.writeString(file(privateFolder), port + " " + secret + "\n");
    }

    /** Takes it back. */
    static void forget(Path privateFolder) throws IOException {
        Files.deleteIfExists(file(privateFolder));
    }

    private static Path file(Path privateFolder) {
        return privateFolder.resolve(NAME);
    }
}
