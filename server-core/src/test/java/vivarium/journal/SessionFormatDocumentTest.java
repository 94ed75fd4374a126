package vivarium.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vivarium.journal.Event.ExceptionRaised;
import vivarium.journal.Event.LogLine;

/** What docs/session-format.md says can be done can be done: each statement in it gives rows. */
class SessionFormatDocumentTest {
    private static final Path DOCUMENT =
            Path.of(System.getProperty("vivarium.root", ".."), "docs", "session-format.md");

    @TempDir
    Path folder;

    private static List<String> statements() throws Exception {
        var blocks = Pattern.compile("```sql\n(.*?)```", Pattern.DOTALL).matcher(Files.readString(DOCUMENT));
        var statements = new ArrayList<String>();
        while (blocks.find()) {
            for (var statement : blocks.group(1).split(";\n", -1)) {
                if (!statement.isBlank()) {
                    statements.add(statement);
                }
            }
        }
        return statements;
    }

    @Test
    void everyStatementGivesRows() throws Exception {
        var file = folder.resolve("s.vivarium");
        try (var store = SessionStore.create(file, Samples.INFO)) {
            store.write(Samples.hello(1, 0));
            store.write(Samples.post(2, Samples.bytes("name="), Samples.bytes("Ada")));
            store.write(List.of(
                    new LogLine(9, 1, LogLevel.ERROR, LogStream.STDERR, "t", "oh"),
                    new ExceptionRaised(9, 2, new PythonFailure("E", "m", "Traceback: m", List.of()))));
            store.commit();
        }
        try (var notes = SessionNotes.open(file)) {
            notes.note(1, new Note(true, false, "odd"));
        }

        var statements = statements();
        assertTrue(statements.size() >= 8, statements::toString);
        var empty = new ArrayList<String>();
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                var statement = connection.createStatement()) {
            for (var sql : statements) {
                try (var rows = statement.executeQuery(sql)) {
                    if (!rows.next()) {
                        empty.add(sql);
                    }
                }
            }
        }
        assertEquals(List.of(), empty);
    }

    @Test
    void everyKindIsInIt() throws Exception {
        var document = Files.readString(DOCUMENT);
        for (var kind : Kind.values()) {
            assertFalse(document.indexOf("`" + kind.label() + "`") < 0, kind::label);
        }
    }
}
