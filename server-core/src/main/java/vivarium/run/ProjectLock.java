package vivarium.run;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vivarium.journal.PrivateFiles;
import vivarium.project.Project;
import vivarium.project.ProjectException;

/** Held by the one Vivarium that has a project open. The operating system lets go of it when the process ends, however it ends. */
public final class ProjectLock implements AutoCloseable {
    private final FileChannel channel;

    private ProjectLock(FileChannel channel) {
        this.channel = channel;
    }

    /**
     * Takes the lock; empty when another holds it. Makes the project's folder {@code .vivarium} where there is none. Blocks on the disk.
     *
     * @throws ProjectException when the folder cannot be written to
     */
    public static Optional<ProjectLock> take(Project project) {
        var folder = project.folder().resolve(PrivateFiles.FOLDER);
        try {
            PrivateFiles.createFolder(folder);
            var channel = FileChannel.open(folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (lock(channel) == null) {
                channel.close();
                return Optional.empty();
            }
            return Optional.of(new ProjectLock(channel));
        } catch (IOException failure) {
            throw new ProjectException(
                    folder + " cannot be written to (" + failure.getMessage()
                            + "): Vivarium keeps the project's sessions there; make the project's folder writable.",
                    failure);
        }
    }

    private static @Nullable FileLock lock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException held) {
            return null;
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException ignored) {
            // It is let go of with the process at the latest.
        }
    }
}
