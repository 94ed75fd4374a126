package vivarium.ui.project;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProjectFilesTest {
    @TempDir
    Path folder;

    private final ProjectFiles files = new ProjectFiles(1000);

    @BeforeEach
    void make() throws IOException {
        for (String name : List.of(
                "zoo.py",
                "Animals/lion.py",
                "Animals/__pycache__/lion.pyc",
                ".git/config",
                ".vivarium/x",
                ".env",
                "a.pyc",
                "venv/lib/a.py",
                "env/pyvenv.cfg",
                "node_modules/a.js",
                "templates/zoo.html")) {
            Path file = folder.resolve(name);
            Files.createDirectories(file.getParent());
            Files.writeString(file, "");
        }
    }

    @Test
    void showsTheProjectsOwnFilesFoldersFirst() {
        assertEquals(List.of("Animals", "templates", ".env", "zoo.py"), names(files.children(folder)));
        assertEquals(List.of(), files.children(folder.resolve("gone")));
    }

    @Test
    void searchesThePathsOfFiles() {
        assertEquals(
                List.of(folder.resolve("zoo.py"), folder.resolve("templates/zoo.html")),
                files.search(folder, "ZOO", 10));
        assertEquals(1, files.search(folder, "zoo", 1).size());
    }

    @Test
    void tellsChangesOfOpenFolders() throws IOException {
        var told = new ArrayList<List<String>>();
        var model = new ProjectTreeViewModel(folder, Runnable::run, Runnable::run);
        model.listen(new ProjectTreeViewModel.Listener() {
            @Override
            public void listed(Path where, List<Entry> entries) {
                told.add(names(entries));
            }

            @Override
            public void found(List<Path> found) {}
        });
        model.open(folder.resolve("Animals"));
        model.tick();
        Files.writeString(folder.resolve("Animals/zebra.py"), "");
        model.tick();
        Files.writeString(folder.resolve("new.py"), "");
        model.tick();
        assertEquals(List.of(List.of("lion.py"), List.of("lion.py", "zebra.py")), told);
    }

    private static List<String> names(List<Entry> entries) {
        return entries.stream().map(Entry::name).toList();
    }
}
