package vivarium.project;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.FieldSource;

class ApplicationFinderTest {
    private static final String MANAGE = """
            == manage.py
            #!/usr/bin/env python
            def main():
                os.environ.setdefault("DJANGO_SETTINGS_MODULE", "mysite.settings")
                execute_from_command_line(sys.argv)
            == mysite/__init__.py
            """;
    private static final String WSGI = "application = get_wsgi_application()\n";

    @TempDir
    Path folder;

    static final List<Arguments> LAYOUTS = List.of(
            layout("== app.py\napp = Flask(__name__)", "app:app (app.py defines app)"),
            layout(
                    "== shop/__init__.py\ndef create_app(config=None):\n    app = Flask(__name__)\n    return app",
                    "shop:create_app() (shop/__init__.py defines the factory create_app())"),
            layout(
                    MANAGE + "== mysite/wsgi.py\n" + WSGI
                            + "== mysite/settings.py\nWSGI_APPLICATION = 'mysite.wsgi.application'",
                    "mysite.wsgi:application (WSGI_APPLICATION in mysite.settings names it; manage.py names the settings)"),
            layout(
                    MANAGE + "== mysite/wsgi.py\n" + WSGI + "== mysite/settings.py\nDEBUG = True",
                    "mysite.wsgi:application (it belongs to the settings that manage.py names)"),
            layout(
                    MANAGE + "== mysite/settings.py\nWSGI_APPLICATION = 'gone.wsgi.application'",
                    "manage.py (manage.py names the settings mysite.settings)"),
            layout("== mysite/wsgi.py\n" + WSGI, "mysite.wsgi:application (mysite/wsgi.py defines application)"),
            layout("== main.py\napp = default_app()", "main:app (main.py defines app)"),
            layout(
                    "== hello.wsgi\ndef application(environ, start_response): pass",
                    "hello.wsgi (hello.wsgi defines application)"),
            layout("== hello.wsgi\nfrom site import app", "hello.wsgi:app (hello.wsgi imports app)"),
            layout(
                    "== app.py\napplication = WSGI()\napp = application\n== main.py\nfrom app import app",
                    "app:application (app.py defines application); also found: main:app – choose with --application"),
            layout(
                    "== app.py\ndef make_app(): pass\n== wsgi.py\nfrom app import make_app\napp = make_app()",
                    "wsgi:app (wsgi.py defines app); also found: app:make_app() – choose with --application"),
            layout("== src/shop/__init__.py\napp = Falcon()", "shop:app (src/shop/__init__.py defines app)"),
            layout("== src/wsgi.py\n" + WSGI, "wsgi:application (src/wsgi.py defines application)"),
            layout("== src/__init__.py\napp = Falcon()", "src:app (src/__init__.py defines app)"),
            layout(
                    "== main.py\nfrom shop import app\n== shop/__init__.py\nfrom . import app\n== shop/app.py\napp = f()\n== wsgi.py\nfrom shop.app import app",
                    "wsgi:app (wsgi.py imports app)"),
            layout(
                    "== main.py\nfrom shop import app\n== shop/__init__.py\nfrom .app import app\n== shop/app.py\napp = f()",
                    "main:app (main.py imports app); also found: shop:app – choose with --application"),
            layout(
                    "== application.py\n@Request.application\ndef application(request): pass",
                    "application:application (application.py defines application)"),
            layout(
                    "== application.py\nclass application:\n    def __init__(self, environ, start_response): pass",
                    "application:application (application.py defines application)"),
            layout("""
                    == app.py
                    app = a()
                    == venv/wsgi.py
                    app = b()
                    == env/pyvenv.cfg
                    == env/wsgi.py
                    app = b()
                    == tests/wsgi.py
                    app = b()
                    == .hidden/wsgi.py
                    app = b()
                    == node_modules/wsgi.py
                    app = b()
                    == __pycache__/wsgi.py
                    app = b()
                    == not-a-name/wsgi.py
                    app = b()
                    """, "app:app (app.py defines app)"));

    @ParameterizedTest
    @FieldSource("LAYOUTS")
    void choosesTheBestAndNamesTheOthers(String layout, String line) {
        Layout.write(folder, layout);
        assertEquals(
                "Application: " + line,
                new ApplicationFinder(Project.at(folder)).find().line());
    }

    static final List<Arguments> NOTHING = List.of(
            layout("", "--application MODULE:CALLABLE"),
            layout("== readme.txt\napp = 1", "wsgi.py (also one package down)"),
            layout("== app.py\ndef create_app(config): pass", "create_app(config) in app.py needs arguments"),
            layout(
                    "== site/__init__.py\ndef main(global_config, **settings):\n    return make_wsgi_app()",
                    "main(global_config, **settings) in site/__init__.py needs arguments"),
            layout("== app.py\ndef app(): pass", "app() in app.py does not take environ and start_response"),
            layout("== app.py\ndef f():\n    app = make()", "No WSGI application was found in"));

    @ParameterizedTest
    @FieldSource("NOTHING")
    void saysWhatItLookedFor(String layout, String part) {
        Layout.write(folder, layout);
        var finder = new ApplicationFinder(Project.at(folder));
        assertTrue(message(finder::find).contains(part), () -> message(finder::find));
    }

    private static final String NAMED = """
            == app.py
            app = make()
            == deploy/site.wsgi
            application = make()
            == deploy-scripts/run.py
            application = make()
            == shop/factory.py
            def make_app(): pass
            == src/lib/web.py
            application = make()
            == manage.py
            os.environ["DJANGO_SETTINGS_MODULE"] = "settings"
            == empty.py
            == broken/thing.wsgi
            """;

    static final List<Arguments> OPTIONS = List.of(
            Arguments.of("app:other", "ModuleCallable[module=app, callable=other]"),
            Arguments.of("installed.web:site.wsgi", "ModuleCallable[module=installed.web, callable=site.wsgi]"),
            Arguments.of("app", "ModuleCallable[module=app, callable=app]"),
            Arguments.of("app.py", "ModuleCallable[module=app, callable=app]"),
            Arguments.of("app.py:other", "ModuleCallable[module=app, callable=other]"),
            Arguments.of("app.py:make()", "ModuleFactory[module=app, factory=make]"),
            Arguments.of("shop.factory", "ModuleFactory[module=shop.factory, factory=make_app]"),
            Arguments.of("shop.factory:build()", "ModuleFactory[module=shop.factory, factory=build]"),
            Arguments.of("lib.web", "ModuleCallable[module=lib.web, callable=application]"),
            Arguments.of("src/lib/web.py:app", "ModuleCallable[module=lib.web, callable=app]"),
            Arguments.of("deploy/site.wsgi", "Script[file=@/deploy/site.wsgi, callable=application]"),
            Arguments.of("./deploy/site.wsgi:app", "Script[file=@/deploy/site.wsgi, callable=app]"),
            Arguments.of("deploy-scripts/run.py", "Script[file=@/deploy-scripts/run.py, callable=application]"),
            Arguments.of("manage.py", "DjangoSettings[settings=settings]"));

    @ParameterizedTest
    @FieldSource("OPTIONS")
    void understandsTheOption(String option, String target) {
        Layout.write(folder, NAMED);
        var project = Project.at(folder);
        var named = new ApplicationFinder(project).named(option);
        assertEquals(
                target.replace("@", project.folder().toString()),
                named.chosen().target().toString());
        assertEquals(List.of(), named.others());
    }

    static final List<Arguments> MISTAKES = List.of(
            Arguments.of("gone.wsgi", "There is no file "),
            Arguments.of("gone.py:app", "There is no file "),
            Arguments.of("gone", "There is no module gone"),
            Arguments.of("empty", "empty.py defines neither application nor app"),
            Arguments.of("broken/thing.wsgi", "name the callable, as in --application broken/thing.wsgi:NAME"),
            Arguments.of("app:", "is not understood: write MODULE:CALLABLE"),
            Arguments.of("", "is not understood"),
            Arguments.of(":app", "is not understood"),
            Arguments.of("app:create_app('x')", "is not understood"),
            Arguments.of("a b", "is not understood"),
            Arguments.of("a\0.py", "is not understood"),
            Arguments.of("deploy/site.wsgi:make()", "cannot be imported as a module"));

    @ParameterizedTest
    @FieldSource("MISTAKES")
    void saysWhatIsWrongWithTheOption(String option, String part) {
        Layout.write(folder, NAMED);
        var finder = new ApplicationFinder(Project.at(folder));
        assertTrue(message(() -> finder.named(option)).contains(part), () -> message(() -> finder.named(option)));
    }

    @Test
    void runsTheFileThatWasOpened() {
        Layout.write(folder, "== wsgi.py\napp = f()\n== other.py\napplication = g()");
        var project = Project.at(folder.resolve("other.py"));
        assertEquals(
                "Application: other:application (other.py defines application)",
                new ApplicationFinder(project).find().line());
    }

    private static String message(Executable call) {
        return String.valueOf(assertThrows(ProjectException.class, call).getMessage());
    }

    private static Arguments layout(String layout, String expected) {
        return Arguments.of(layout, expected);
    }
}
