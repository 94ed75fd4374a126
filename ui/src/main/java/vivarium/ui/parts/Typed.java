package vivarium.ui.parts;

import java.util.ArrayList;
import java.util.List;

/** The lines that were typed before, for Up and Down. For one thread. */
public final class Typed {
    private final int most;
    private final List<String> lines = new ArrayList<>();
    private int at;
    private String draft = "";

    /** @param most lines that are kept */
    public Typed(int most) {
        this.most = most;
    }

    /** Remembers a line that was sent. */
    public void add(String line) {
        if (!line.isBlank() && (lines.isEmpty() || !lines.getLast().equals(line))) {
            lines.add(line);
            if (lines.size() > most) {
                lines.removeFirst();
            }
        }
        at = lines.size();
        draft = "";
    }

    /** The line before the one that is shown; {@code current} comes back after the last. */
    public String older(String current) {
        if (at == lines.size()) {
            draft = current;
        }
        at = Math.max(0, at - 1);
        return lines.isEmpty() ? current : lines.get(at);
    }

    /** The line after the one that is shown. */
    public String newer(String current) {
        if (at >= lines.size()) {
            return current;
        }
        at++;
        return at == lines.size() ? draft : lines.get(at);
    }
}
