package vivarium.project;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vivarium.project.SourceLinks.Link;

class SourceLinksTest {
    @Test
    void findsPlacesOfTracebacksAndOfMessages() {
        assertEquals(
                List.of(new Link(2, 32, "/zoo/my app.py", 12)),
                SourceLinks.of("  File \"/zoo/my app.py\", line 12, in feed"));
        assertEquals(
                List.of(new Link(0, 17, "polls/views.py", 41), new Link(22, 28, "a.py", 7)),
                SourceLinks.of("polls/views.py:41 and a.py:7"));
    }

    @Test
    void findsNoneInOtherText() {
        assertEquals(List.of(), SourceLinks.of("at 10:31:02 the lion was fed."));
        assertEquals(List.of(), SourceLinks.of("File \"<string>\", line 1, in <module>"));
    }

    @Test
    void aPathIsLookedForInTheProject(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("zoo.py"), "");
        assertEquals(Optional.of(file), SourceLinks.of("zoo.py:3").getFirst().path(folder));
        assertEquals(Optional.empty(), SourceLinks.of("lion.py:3").getFirst().path(folder));
    }
}
