package vivarium.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CommandLineTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            --ports 80 | Unknown option: '--ports'; did you mean --port?
            --port abc | Invalid value for option '--port'
            --port 65536 | --port 65536 is no port: they go from 1 to 65535, and 0 takes any free one
            --port -1 | --port -1 is no port
            --log-level loud | DEBUG, INFO, WARNING, ERROR, CRITICAL
            --break app.py | --break app.py: a file, a colon and a line number are needed, for example app.py:12
            one two | Unmatched argument
            """)
    void whatIsWrongIsOneSentenceAndTwo(String arguments, String said) {
        assertEquals(2, run(arguments.split(" ")));
        assertTrue(err.toString().contains(said), err::toString);
        assertTrue(err.toString().startsWith("vivarium: "), err::toString);
        assertEquals(1, err.toString().lines().count(), err::toString);
        assertEquals("", out.toString());
    }

    @Test
    void helpNamesEveryOption() {
        assertEquals(0, run("--help"));
        for (String option : new String[] {
            "--no-window",
            "--host",
            "--port",
            "--threads",
            "--application",
            "--python-path",
            "--env",
            "--session",
            "--no-capture",
            "--log-level",
            "--debug",
            "--debugger-startup",
            "--break",
            "--[no-]reload",
            "--[no-]pass-authorization",
            "--version"
        }) {
            assertTrue(out.toString().contains(option), option);
        }
    }

    private int run(String... arguments) {
        return Main.commandLine(new VivariumCommand())
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
    }
}
