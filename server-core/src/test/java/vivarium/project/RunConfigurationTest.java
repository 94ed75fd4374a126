package vivarium.project;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.FieldSource;

class RunConfigurationTest {
    @TempDir
    Path temporary;

    private Project project = new Project(Path.of(""), Optional.empty());

    @BeforeEach
    void project() {
        project = Project.at(temporary);
    }

    @Test
    void needsNoOption() {
        Layout.write(project.folder(), "== app.py\napp = f()\n== src/lib.py");
        var run = RunConfiguration.of(project, RunOptions.defaults(), Map.of());
        assertEquals(new ApplicationTarget.ModuleCallable("app", "app"), run.target());
        assertEquals(List.of(project.folder(), project.folder().resolve("src")), run.pythonPath());
        assertEquals(Optional.empty(), run.virtualEnvironment());
        assertEquals(Map.of(), run.environment());
        assertEquals(5, run.threads());
        assertTrue(run.reload());
    }

    @Test
    void findsANamedModuleOnThePythonPathAndInTheVirtualEnvironment() {
        Layout.write(
                project.folder(),
                "== more/far.py\napp = f()\n== .venv/pyvenv.cfg\n== .venv/lib/python3.12/site-packages/installed.py\napp = f()");
        var more = project.folder().resolve("more");
        var far = RunConfiguration.of(project, options("far", more.toString()), Map.of());
        assertEquals(new ApplicationTarget.ModuleCallable("far", "app"), far.target());
        assertEquals(List.of(project.folder(), more), far.pythonPath());
        var installed = RunConfiguration.of(project, options("installed"), Map.of());
        assertEquals(new ApplicationTarget.ModuleCallable("installed", "app"), installed.target());
        assertEquals(List.of(project.folder()), installed.pythonPath());
    }

    @Test
    void readsVariables() {
        assertEquals(
                Map.of("A", "2", "EMPTY", "", "URL", "x?y=z"),
                RunOptions.environment(List.of("A=1", "EMPTY=", "URL=x?y=z", "A=2")));
    }

    @Test
    void saysWhatIsWrong() {
        assertEquals(
                "--env \"B\" is not understood: write NAME=VALUE, as in --env DEBUG=1.",
                message(() -> RunOptions.environment(List.of("A=1", "B"))));
        assertTrue(message(() -> RunOptions.environment(List.of("=1"))).contains("write NAME=VALUE"));
        assertTrue(message(() -> new RunOptions(Optional.empty(), List.of(), Map.of(), 0, true))
                .contains("at least one thread"));
        assertTrue(message(() -> RunConfiguration.of(project, options("a:b", "gone"), Map.of()))
                .contains("--python-path gone is not a folder"));
    }

    static final List<Arguments> ENVIRONMENTS = List.of(
            Arguments.of("", ""),
            Arguments.of("== venv/lib/python3.12/site-packages/x.py", ""),
            Arguments.of("== venv/pyvenv.cfg\nversion = 3.12.3", ""),
            Arguments.of(
                    "== .venv/pyvenv.cfg\nhome = /usr/bin\nversion = 3.12.3\n== .venv/lib/python3.12/site-packages/x.py",
                    ".venv .venv/lib/python3.12/site-packages 3.12.3"),
            Arguments.of(
                    "== env/pyvenv.cfg\nversion_info = 3.9.2.final.0\n== env/lib/python3.9/site-packages/x.py"
                            + "\n== env/lib/python3.12/site-packages/x.py",
                    "env env/lib/python3.9/site-packages 3.9.2"),
            Arguments.of(
                    "== venv/pyvenv.cfg\n== venv/lib/python3.9/site-packages/x.py\n== venv/lib/python3.12/site-packages/x.py",
                    "venv venv/lib/python3.12/site-packages "),
            Arguments.of(
                    "== venv/pyvenv.cfg\nversion=3.13.0\n== venv/Lib/site-packages/x.py",
                    "venv venv/Lib/site-packages 3.13.0"),
            Arguments.of(
                    "== active/pyvenv.cfg\n== active/lib/python3.12/site-packages/x.py",
                    "active active/lib/python3.12/site-packages "),
            Arguments.of(
                    "== active/pyvenv.cfg\n== active/lib/python3.12/site-packages/x.py"
                            + "\n== venv/pyvenv.cfg\n== venv/lib/python3.12/site-packages/x.py",
                    "venv venv/lib/python3.12/site-packages "));

    @ParameterizedTest
    @FieldSource("ENVIRONMENTS")
    void findsTheVirtualEnvironment(String layout, String expected) {
        Layout.write(project.folder(), layout);
        var variables = Map.of("VIRTUAL_ENV", project.folder().resolve("active").toString());
        assertEquals(
                expected,
                VirtualEnvironment.of(project, variables)
                        .map(found -> String.join(
                                " ",
                                project.display(found.folder()),
                                project.display(found.sitePackages()),
                                found.pythonVersion()))
                        .orElse(""));
    }

    private static RunOptions options(String application, String... pythonPath) {
        return new RunOptions(Optional.of(application), List.of(pythonPath), Map.of(), 5, true);
    }

    private static String message(Executable call) {
        return String.valueOf(assertThrows(ProjectException.class, call).getMessage());
    }
}
