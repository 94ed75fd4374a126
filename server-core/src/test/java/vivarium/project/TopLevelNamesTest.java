package vivarium.project;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.FieldSource;

class TopLevelNamesTest {
    static final List<Arguments> SOURCES = List.of(
            of("app = Flask(__name__)", "app"),
            of("app=1", ""),
            of("app = None", ""),
            of("app = None\napp = make()", "app"),
            of("app = 'text'", ""),
            of("app = {}", ""),
            of("app: Flask = Flask(__name__, static_folder=None)", "app"),
            of("app: Flask", ""),
            of("application = app = default_app()", "app application"),
            of("app.debug = True", ""),
            of("app == other", ""),
            of("app += 1", ""),
            of("app, db = make()", ""),
            of("config['app'] = app", ""),
            of("print(app=1)", ""),
            of("import os; app = make()", "app"),
            of("app = lambda e, s=None: []", "app"),
            of("def app(environ, start_response):\n    inner = make()\n", "app"),
            of("def f():\n    app = make()\n\n    def create_app(): pass\nx = f()", "f x"),
            of("def f(): app = make(); other = 1\nx = f()", "f x"),
            of("def f(a,\n      b):\n  app = g()\nx = f()", "f x"),
            of("class Site:\n    app = make()\n    def application(self): pass\n", "Site"),
            of("async def app(scope, receive, send):\n    x = make()\n", ""),
            of("@decorator(\n    app=1)\ndef application(request):\n    y = z()\n", "application"),
            of("if DEBUG:\n    app = debug()\nelse:\n    other = plain()", "app other"),
            of("if DEBUG: app = debug()\nelse: other = plain()", "app other"),
            of("try:\n    from fast import app\nexcept ImportError:\n    app = None", "app"),
            of("try: from fast import app\nexcept ImportError: pass", "app"),
            of("with open('x') as f:\n    app = load(f)", "app"),
            of("if __name__ == '__main__':\n    app = make()\n    app.run()\nother = f()", "other"),
            of("if \"__main__\" == __name__: app = make()", ""),
            of("if TYPE_CHECKING:\n    from flask import app", ""),
            of("if typing.TYPE_CHECKING:\n    from flask import app\nelse:\n    other = f()", "other"),
            of("if __name__ != '__main__':\n    app = make()", "app"),
            of("from x import app", "app"),
            of("from x import app as application", "application"),
            of("from x import (\n    a,  # comment, app\n    app as application,\n)", "a application"),
            of("from . import app", "app"),
            of("from .factory import create_app", "create_app"),
            of("from x import a, \\\n    app", "a app"),
            of("from x import *", ""),
            of("import x.app as app", ""),
            of("import app", ""),
            of("# app = make()", ""),
            of("'''\napp = make()\n'''", ""),
            of("doc = f('''\napp = make()\n''')\n", "doc"),
            of("r'''\\'''\napp = make()\n''' + \"\"\"x\"\"\"", ""),
            of("x = f(\"it's # not\")  # \"quoted\napp = make()", "app x"),
            of("x = f(\"\\\"\\\\\")\napp = make()", "app x"),
            of("x = f('unfinished\napp = make()", "x"),
            of("x = 'unfinished\napp = make()", "app"),
            of("x = f(\napp = make()\n)", "x"),
            of("x = f(a) + \\\n  g\napp = h(\\\n)", "app x"),
            of("\uFEFFapp = make()", "app"),
            of("a = f()\r\napp = make()\r\n", "a app"),
            of("def f():\n\tapp = x()\n        create = y()\nz = f()", "f z"),
            of("def f[T](x: T) -> T:\n    app = x\n", "f"),
            of("\"\"\"doc", ""),
            of("", ""));

    @ParameterizedTest
    @FieldSource("SOURCES")
    void findsWhatIsBoundAtTheTop(String source, Set<String> names) {
        assertEquals(
                names, new TreeSet<>(TopLevelNames.of(LogicalLines.of(source)).keySet()));
    }

    static final List<Arguments> SIGNATURES = List.of(
            Arguments.of("def f(): pass", true, false),
            Arguments.of("def f(config=None): pass", true, false),
            Arguments.of(
                    "def f(config: Mapping[str, int] = {'a': (1, 2)}, *, debug=False) -> Flask: pass", true, false),
            Arguments.of("def f(config): pass", false, false),
            Arguments.of("def f(*, config): pass", false, false),
            Arguments.of("def f(*args, **settings): pass", true, true),
            Arguments.of("def f(environ, start_response): pass", false, true),
            Arguments.of("def f(environ, start_response, *, x=1): pass", false, true),
            Arguments.of("def f(environ,\n      start_response,  # a comment, with a comma\n): pass", false, true),
            Arguments.of("def f(a, b=lambda x: x, /, c=')'): pass", false, true),
            Arguments.of("def f(a, b, c): pass", false, false));

    @ParameterizedTest
    @FieldSource("SIGNATURES")
    void knowsWhatFunctionsTake(String source, boolean nothing, boolean two) {
        var names = TopLevelNames.of(LogicalLines.of(source));
        if (!(names.get("f") instanceof Binding.Function function)) {
            throw new AssertionError(names);
        }
        assertEquals(nothing, function.parameters().accept(0));
        assertEquals(two, function.parameters().accept(2));
    }

    private static Arguments of(String source, String names) {
        return Arguments.of(source, names.isEmpty() ? new TreeSet<>() : new TreeSet<>(List.of(names.split(" ", -1))));
    }
}
