package vivarium.project;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A folder with a Python web application in it.
 *
 * @param folder absolute, without symbolic links
 * @param opened the {@code .py} or {@code .wsgi} file that was opened in place of its folder, absolute and real
 */
public record Project(Path folder, Optional<Path> opened) {
    /**
     * The project at a path: a folder, or a {@code .py} or {@code .wsgi} file, whose folder is then the project.
     *
     * @throws ProjectException if there is nothing there, or nothing that can be a project, or it may not be read
     */
    public static Project at(Path path) {
        if (!Files.exists(path)) {
            throw new ProjectException("There is no folder "
                    + path.toAbsolutePath().normalize() + ": check the spelling, or create it first.");
        }
        if (!Files.isReadable(path)) {
            throw new ProjectException(path.toAbsolutePath().normalize()
                    + " cannot be read: give yourself permission to read it, or choose another folder.");
        }
        try {
            var real = path.toRealPath();
            if (Files.isDirectory(real)) {
                return new Project(real, Optional.empty());
            }
            if (SourceTree.isSource(real)) {
                return new Project(real.resolveSibling("").toAbsolutePath().normalize(), Optional.of(real));
            }
            throw new ProjectException(real + " is a file, not a folder: give the project's folder,"
                    + " or the .py or .wsgi file that defines the application.");
        } catch (IOException failure) {
            throw new ProjectException(
                    path + " cannot be opened (" + failure.getMessage() + "): choose another folder.", failure);
        }
    }

    /** What to call it: the folder's own name. */
    public String name() {
        var last = folder.getFileName();
        return last == null ? folder.toString() : last.toString();
    }

    /** The folders that modules are imported from: the project's, and its {@code src} unless that is itself a package. */
    public List<Path> sourceRoots() {
        var src = folder.resolve("src");
        return Files.isDirectory(src) && !Files.exists(src.resolve("__init__.py"))
                ? List.of(folder, src)
                : List.of(folder);
    }

    /** The path as one would write it standing in the project's folder; absolute when it is elsewhere. */
    String display(Path path) {
        return path.startsWith(folder) ? folder.relativize(path).toString().replace('\\', '/') : path.toString();
    }
}
