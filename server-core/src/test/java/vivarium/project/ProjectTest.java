package vivarium.project;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProjectTest {
    @TempDir
    Path temporary;

    @Test
    void isAFolderByItsRealPath() throws IOException {
        var real = Files.createDirectory(temporary.toRealPath().resolve("my shop"));
        var link = Files.createSymbolicLink(temporary.resolve("link"), real);
        var project = Project.at(link);
        assertEquals(new Project(real, Optional.empty()), project);
        assertEquals("my shop", project.name());
        assertEquals(List.of(real), project.sourceRoots());
    }

    @Test
    void takesAFileForItsFolder() throws IOException {
        var file = Layout.file(temporary.toRealPath().resolve("site.wsgi"), "");
        assertEquals(new Project(temporary.toRealPath(), Optional.of(file)), Project.at(file));
    }

    @Test
    void importsFromSrcUnlessItIsAPackage() throws IOException {
        var src = Files.createDirectory(temporary.toRealPath().resolve("src"));
        assertEquals(List.of(temporary.toRealPath(), src), Project.at(temporary).sourceRoots());
        Layout.file(src.resolve("__init__.py"), "");
        assertEquals(List.of(temporary.toRealPath()), Project.at(temporary).sourceRoots());
    }

    @Test
    void saysWhatIsWrong() throws IOException {
        var file = Layout.file(temporary.toRealPath().resolve("notes.txt"), "");
        assertEquals(
                file + " is a file, not a folder: give the project's folder, or the .py or .wsgi file that defines the"
                        + " application.",
                message(file));
        var gone = temporary.resolve("gone");
        assertEquals("There is no folder " + gone + ": check the spelling, or create it first.", message(gone));
    }

    private static String message(Path path) {
        return String.valueOf(
                assertThrows(ProjectException.class, () -> Project.at(path)).getMessage());
    }
}
