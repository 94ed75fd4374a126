package vivarium.ui.parts;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class CompletionTest {
    @Test
    void wordsReplaceTheNameBeforeTheCursor() {
        assertEquals(6, Completion.start("print(envi", 10, List.of("environ")));
        assertEquals(8, Completion.start("request.pa", 10, List.of("path")));
        assertEquals(0, Completion.start("request.pa", 10, List.of("request.path", "request.page")));
        assertEquals(0, Completion.start("", 0, List.of("a")));
    }

    @Test
    void allOfThemBeginAlike() {
        assertEquals("request.pa", Completion.common(List.of("request.path", "request.page")));
        assertEquals("", Completion.common(List.of("a", "b")));
    }
}
