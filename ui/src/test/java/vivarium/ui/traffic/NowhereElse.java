package vivarium.ui.traffic;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import vivarium.ui.Navigator;

/** A navigator that only remembers where it was asked to go, one line for each. FX thread only. */
public final class NowhereElse implements Navigator {
    private final List<String> asked = new ArrayList<>();

    /** For example {@code source /a/b.py:3}. */
    public List<String> asked() {
        return asked;
    }

    @Override
    public void showExchange(long exchange) {
        asked.add("exchange " + exchange);
    }

    @Override
    public void showSource(Path file, int line) {
        asked.add("source " + file + ":" + line);
    }

    @Override
    public void openInEditor(Path file, int line) {
        asked.add("editor " + file + ":" + line);
    }

    @Override
    public void uncover(String id) {}

    @Override
    public void showPane(String id) {
        asked.add("pane " + id);
    }

    @Override
    public void showLog(long exchange) {
        asked.add("log " + exchange);
    }

    @Override
    public void openPostMortem(long exchange) {
        asked.add("post-mortem " + exchange);
    }
}
