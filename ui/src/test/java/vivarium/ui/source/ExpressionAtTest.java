package vivarium.ui.source;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExpressionAtTest {
    private static final String LINE = "    name = request.path.strip() + 'text' if x else 0  # comment";

    @ParameterizedTest
    @CsvSource({
        "name, name",
        "request, request",
        "path, request.path",
        "strip, request.path.strip",
    })
    void aNameWithWhatItIsAnAttributeOf(String at, String expression) {
        assertEquals(Optional.of(expression), at(LINE.indexOf(at)));
    }

    @Test
    void nothingElseHasAValue() {
        assertEquals(Optional.empty(), at(LINE.indexOf('=')));
        assertEquals(Optional.empty(), at(LINE.indexOf("text")));
        assertEquals(Optional.empty(), at(LINE.indexOf("comment")));
        assertEquals(Optional.empty(), at(LINE.indexOf("if")));
        assertEquals(Optional.empty(), at(0));
    }

    private static Optional<String> at(int column) {
        String text = "x = 1\n" + LINE + "\n";
        var source = new SourceText(Path.of("a.py"), text, "", PythonTokenizer.of(text), SourceText.Stamp.NONE);
        return ExpressionAt.of(source, column + 6);
    }
}
