package vivarium.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SessionReaderTest {
    @TempDir
    Path folder;

    private static void assertRefused(String message, Path file) {
        assertEquals(
                message,
                assertThrows(
                                SessionException.class,
                                () -> SessionReader.open(file).close())
                        .getMessage());
    }

    private Path sql(String name, String sql) throws Exception {
        var file = folder.resolve(name);
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                var statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        }
        return file;
    }

    @Test
    void saysWhatIsWrongAndWhatToDo() throws Exception {
        var missing = folder.resolve("missing");
        assertRefused("There is no file " + missing + "; choose a .vivarium file.", missing);
        var text = Files.writeString(folder.resolve("text"), "not a database at all, ".repeat(100));
        assertRefused(text + " is not a session of Vivarium; choose a .vivarium file.", text);
        var other = sql("other", "CREATE TABLE x (y)");
        assertRefused(other + " is not a session of Vivarium; choose a .vivarium file.", other);
        var newer = sql("newer", "PRAGMA application_id=" + SessionStore.APPLICATION_ID + "; PRAGMA user_version=3");
        assertRefused(
                newer
                        + " was written by a newer Vivarium (its format is 3, this one reads up to 2); open it with that one.",
                newer);
    }

    @Test
    void aDamagedFileIsSaidToBeSo() throws Exception {
        var file = folder.resolve("damaged.vivarium");
        try (var store = SessionStore.create(file, Samples.INFO)) {
            for (int i = 1; i < 100; i++) {
                store.write(Samples.hello(i, i));
            }
            store.commit();
        }
        byte[] bytes = Files.readAllBytes(file);
        java.util.Arrays.fill(bytes, 4096, bytes.length, (byte) 0x5a);
        Files.write(file, bytes);

        assertRefused(
                file
                        + " is damaged; take a copy of it from before, or salvage what is left with: sqlite3 FILE .recover",
                file);
    }

    @Test
    void aLockedFileIsSaidToBeSo() throws Exception {
        var file = folder.resolve("locked.vivarium");
        SessionStore.create(file, Samples.INFO).close();
        try (var other = DriverManager.getConnection("jdbc:sqlite:" + file);
                var statement = other.createStatement()) {
            statement.execute("BEGIN EXCLUSIVE");
            assertRefused(file + " is locked by another program; try again when that has ended.", file);
        }
        SessionReader.open(file).close();
    }

    @Test
    void readsWhileItIsWritten() {
        var file = folder.resolve("live.vivarium");
        try (var store = SessionStore.create(file, Samples.INFO);
                var reader = SessionReader.open(file)) {
            store.write(Samples.hello(1, 0));
            assertEquals(List.of(), reader.exchanges());
            store.commit();
            assertEquals(1, reader.exchanges().size());
            assertEquals(5, reader.events(1).size());
        }
    }
}
