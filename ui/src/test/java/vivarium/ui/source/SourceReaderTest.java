package vivarium.ui.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourceReaderTest {
    @TempDir
    Path folder;

    private final SourceReader reader = new SourceReader(100);

    @Test
    void readsUtf8WithAnyLineEnds() throws IOException {
        assertEquals(
                "a = 'ü'\nb\nc",
                read("a.py", "\uFEFFa = 'ü'\r\nb\rc".getBytes(StandardCharsets.UTF_8))
                        .text());
    }

    @Test
    void believesADeclaredEncoding() throws IOException {
        var source =
                read("a.py", "#!/usr/bin/python\n# -*- coding: latin-1 -*-\n'ü'".getBytes(StandardCharsets.ISO_8859_1));
        assertEquals("'ü'", source.text().lines().toList().getLast());
        assertEquals("ISO-8859-1.", source.note());
    }

    @Test
    void showsWhatIsNotUtf8AndSaysSo() throws IOException {
        var source = read("a.py", "'ü'".getBytes(StandardCharsets.ISO_8859_1));
        assertEquals("'ü'", source.text());
        assertEquals("Not UTF-8; shown as if it were ISO-8859-1.", source.note());
    }

    @Test
    void cutsOffBigFilesAtALineAndSaysSo() throws IOException {
        var source = read("a.txt", "0123456789abcdef\n".repeat(10).getBytes(StandardCharsets.UTF_8));
        assertEquals(85, source.text().length());
        assertEquals("Only the first 100 of 170 bytes are shown.", source.note());
    }

    @Test
    void showsNoBinaries() throws IOException {
        var source = read("a.db", new byte[] {'S', 'Q', 'L', 0, 1});
        assertEquals("", source.text());
        assertEquals("This is no text file (5 bytes).", source.note());
    }

    @Test
    void saysThatAFileIsGone() {
        assertEquals(
                "This file is gone.", reader.read(folder.resolve("none.py")).note());
    }

    @Test
    void theHistoryGoesBackAndForthAndForgetsWhatWasAhead() {
        var history = new History(3);
        for (int line = 1; line <= 4; line++) {
            history.visit(new Place(folder, line));
        }
        assertEquals(Optional.of(new Place(folder, 3)), history.move(-1));
        assertEquals(Optional.of(new Place(folder, 2)), history.move(-1));
        assertEquals(Optional.empty(), history.move(-1));
        history.visit(new Place(folder, 9));
        assertFalse(history.canMove(1));
        assertEquals(Optional.of(new Place(folder, 2)), history.move(-1));
    }

    @Test
    void findGoesRoundBothEnds() {
        var found = Find.in("Lion lion LION", "lion");
        assertEquals(1, found.from(1));
        assertEquals(0, found.from(11));
        assertEquals(2, found.before(0));
        assertEquals(0, found.before(5));
        assertEquals(-1, Find.in("zebra", "lion").from(0));
        assertEquals(-1, Find.in("zebra", "").before(0));
    }

    private SourceText read(String name, byte[] bytes) throws IOException {
        return reader.read(Files.write(folder.resolve(name), bytes));
    }
}
