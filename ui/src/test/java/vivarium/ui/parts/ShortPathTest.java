package vivarium.ui.parts;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShortPathTest {
    @ParameterizedTest
    @CsvSource({
        "/home/ada/shop/views/cart.py, views/cart.py",
        "/home/ada/shop/.venv/lib/python3.12/site-packages/flask/app.py, flask/app.py",
        "/opt/vivarium/lib/resources/python/python-home/lib/python3.12/re/__init__.py, re/__init__.py",
        "/home/ada/shopping/list.py, /home/ada/shopping/list.py",
        "<string>, <string>"
    })
    void aPathIsAsShortAsItCanBe(String file, String expected) {
        assertEquals(expected, ShortPath.of(Path.of("/home/ada/shop"), file));
    }
}
