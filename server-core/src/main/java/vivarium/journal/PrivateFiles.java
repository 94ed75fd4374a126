package vivarium.journal;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/** Files that hold what was captured: readable by their owner alone, and kept out of the project's repository. */
public final class PrivateFiles {
    /** The folder of a project for what Vivarium keeps there. */
    public static final String FOLDER = ".vivarium";

    private PrivateFiles() {}

    /** Makes an empty file; fails where there is one. */
    public static void create(Path file) throws IOException {
        Files.createFile(file, mode("rw-------"));
    }

    /** Makes the folder where there is none, and those above it. A {@link #FOLDER} gets a file that has Git ignore it. */
    public static void createFolder(Path folder) throws IOException {
        Files.createDirectories(folder, mode("rwx------"));
        if (folder.endsWith(FOLDER) && Files.notExists(folder.resolve(".gitignore"))) {
            Files.writeString(folder.resolve(".gitignore"), "*\n");
        }
    }

    private static FileAttribute<?>[] mode(String permissions) {
        // Elsewhere, a user's folders are closed to others by the system's own rules.
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }
}
