package vivarium.project;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@SuppressWarnings("try") // a watcher is there to be heard, not called
class SourceWatcherTest {
    private static final Path TRIGGER = Path.of(".vivarium/dump-stacks");

    @TempDir
    Path temporary;

    private Path folder = Path.of("");
    private final Heard heard = new Heard();

    @BeforeEach
    void project() {
        Layout.write(
                temporary, "== app.py\napp = 1\n== shop/views.py\n== shop/old/models.py\n== .venv/x.py\n== readme.md");
        folder = Project.at(temporary).folder();
    }

    @Test
    void tellsOfWrittenCreatedAndDeletedSources() throws Exception {
        try (var watcher = watch()) {
            Layout.file(folder.resolve("app.py"), "app = 2");
            Layout.file(folder.resolve("site.wsgi"), "application = 1");
            Files.delete(folder.resolve("shop/views.py"));
            heard.expect(folder, "app.py", "site.wsgi", "shop/views.py");
        }
    }

    @Test
    void tellsOfATouch() throws Exception {
        try (var watcher = watch()) {
            touch(folder.resolve("app.py"));
            heard.expect(folder, "app.py");
        }
    }

    @Test
    void tellsOfASaveByRename() throws Exception {
        try (var watcher = watch()) {
            var draft = Layout.file(folder.resolve(".app.py.swp"), "app = 2");
            Files.move(draft, folder.resolve("app.py"), StandardCopyOption.REPLACE_EXISTING);
            heard.expect(folder, "app.py");
            Files.move(folder.resolve("app.py"), folder.resolve("app.py~"));
            Layout.file(folder.resolve("app.py"), "app = 3");
            heard.expect(folder, "app.py");
        }
    }

    @Test
    void seesIntoNewAndRenamedFolders() throws Exception {
        try (var watcher = watch()) {
            Layout.file(folder.resolve("blog/posts/models.py"), "");
            heard.expect(folder, "blog/posts/models.py");
            Layout.file(folder.resolve("blog/posts/models.py"), "x = 1");
            heard.expect(folder, "blog/posts/models.py");
            Files.move(folder.resolve("shop/old"), folder.resolve("shop/new"));
            heard.expect(folder, "shop/old/models.py", "shop/new/models.py");
        }
    }

    @Test
    void ignoresWhatIsNotTheProjectsSource() throws Exception {
        try (var watcher = watch()) {
            Layout.write(folder, """
                    == .vivarium/session.py
                    == .venv/x.py
                    == env/pyvenv.cfg
                    == env/x.py
                    == venv/lib/x.py
                    == node_modules/x.py
                    == shop/__pycache__/views.py
                    == shop/.hidden/views.py
                    == readme.md
                    == shop/views.pyc
                    == config.toml
                    """);
            Layout.file(folder.resolve("app.py"), "app = 2");
            heard.expect(folder, "app.py"); // and nothing else
        }
    }

    @Test
    void tellsOfTheTriggerAlthoughItsFolderIsIgnored() throws Exception {
        try (var watcher = watch()) {
            var trigger = Layout.file(folder.resolve(TRIGGER), "");
            assertEquals(trigger, heard.next(heard.triggers));
            touch(trigger);
            assertEquals(trigger, heard.next(heard.triggers));
            Files.delete(trigger);
            Layout.file(trigger, "");
            assertEquals(trigger, heard.next(heard.triggers));
            assertTrue(heard.changes.isEmpty());
        }
    }

    @Test
    void looksForItselfWhereTheSystemRefuses() throws Exception {
        try (var watcher = SourceWatcher.watch(Project.at(folder), TRIGGER, Runnable::run, heard, (w, c, f) -> {
            throw new IOException("User limit of inotify watches reached");
        })) {
            var trouble = heard.next(heard.troubles);
            assertTrue(trouble.contains("(User limit of inotify watches reached)"), trouble);
            touch(folder.resolve("app.py"));
            Layout.file(folder.resolve("new.py"), "");
            Files.delete(folder.resolve("shop/views.py"));
            Layout.file(folder.resolve(".venv/x.py"), "x = 1");
            heard.expect(folder, "app.py", "new.py", "shop/views.py");
            var trigger = Layout.file(folder.resolve(TRIGGER), "");
            assertEquals(trigger, heard.next(heard.triggers));
        }
    }

    @Test
    void goesOnByItselfWhenTheSystemGivesUp() throws Exception {
        var giveUp = new CompletableFuture<Consumer<Exception>>();
        try (var watcher = SourceWatcher.watch(Project.at(folder), TRIGGER, Runnable::run, heard, (w, c, failed) -> {
            giveUp.complete(failed);
            return () -> {};
        })) {
            giveUp.join().accept(new IOException("User limit of inotify watches reached"));
            giveUp.join().accept(new IOException("again"));
            heard.next(heard.troubles);
            assertEquals(Set.of(folder), heard.next(heard.changes));
            touch(folder.resolve("app.py"));
            heard.expect(folder, "app.py");
            assertTrue(heard.troubles.isEmpty());
        }
    }

    @Test
    void survivesTheFolderBeingReplaced() throws Exception {
        var project = folder.resolve("site");
        Layout.file(project.resolve("app.py"), "");
        try (var watcher = SourceWatcher.watch(Project.at(project), TRIGGER, Runnable::run, heard)) {
            Files.delete(project.resolve("app.py"));
            Files.delete(project);
            heard.next(heard.troubles);
            var written = Layout.file(project.resolve("app.py"), "");
            while (!heard.next(heard.changes).contains(written)) {}
        }
    }

    private SourceWatcher watch() {
        return SourceWatcher.watch(Project.at(folder), TRIGGER, Runnable::run, heard);
    }

    private static void touch(Path file) throws IOException {
        Files.setLastModifiedTime(file, FileTime.from(Instant.now().plusSeconds(5)));
    }

    private static final class Heard implements SourceWatcher.Listener {
        final BlockingQueue<Set<Path>> changes = new LinkedBlockingQueue<>();
        final BlockingQueue<Path> triggers = new LinkedBlockingQueue<>();
        final BlockingQueue<String> troubles = new LinkedBlockingQueue<>();

        @Override
        public void changed(Set<Path> files) {
            changes.add(files);
        }

        @Override
        public void triggered(Path file) {
            triggers.add(file);
        }

        @Override
        public void troubled(String message) {
            troubles.add(message);
        }

        <T> T next(BlockingQueue<T> queue) throws InterruptedException {
            return Objects.requireNonNull(queue.poll(120, TimeUnit.SECONDS), "nothing heard in time");
        }

        /** These and no others, in however many bursts a slow machine makes of them. */
        void expect(Path folder, String... files) throws InterruptedException {
            var expected =
                    new HashSet<>(Arrays.stream(files).map(folder::resolve).toList());
            var seen = new HashSet<Path>();
            while (!seen.containsAll(expected)) {
                seen.addAll(next(changes));
                assertTrue(expected.containsAll(seen), seen::toString);
            }
        }
    }
}
