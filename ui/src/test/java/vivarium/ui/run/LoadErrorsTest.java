package vivarium.ui.run;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import vivarium.journal.Event;
import vivarium.journal.PythonFailure;

final class LoadErrorsTest {
    private static final Path FOLDER = Path.of("/work/shop");

    @Test
    void theLastPlaceInTheProjectCounts() {
        assertEquals(
                Optional.of(new Remedy.ShowSource(Path.of("/work/shop/models.py"), 7)), LoadErrors.place("""
                        Traceback (most recent call last):
                          File "/work/shop/app.py", line 1, in <module>
                            import models
                          File "/work/shop/models.py", line 7, in <module>
                            flask.nonsense()
                          File "/usr/lib/flask/__init__.py", line 30, in nonsense
                          File "<frozen importlib>", line 3, in _load
                        """, FOLDER));
    }

    @Test
    void saysWhereInTheProjectAndOffersToGoThere() {
        var failure = new PythonFailure("KeyError", "'DEBUG'", "  File \"/work/shop/app.py\", line 3\n", List.of());

        assertEquals(
                new Notice(
                        Notice.Kind.PROBLEM,
                        "app:app could not be loaded",
                        "app.py, line 3: KeyError: 'DEBUG'\nIt is loaded again as soon as you save a file."
                                + " Until then what was loaded before serves on.",
                        List.of(
                                new Remedy.ShowSource(Path.of("/work/shop/app.py"), 3),
                                new Remedy.EditSource(Path.of("/work/shop/app.py"), 3))),
                LoadErrors.notice(new Event.ApplicationFailed(0, "app:app", failure), FOLDER, true));
    }
}
