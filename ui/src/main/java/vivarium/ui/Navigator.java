package vivarium.ui;

import java.nio.file.Path;

/** How a pane takes the user to something that another pane shows. FX thread only. */
public interface Navigator {
    /** Selects this exchange in the table of requests, and shows it. */
    void showExchange(long exchange);

    /** Shows this line (from 1; 0 for the file as such) of a source file, with the pane in front, inside the project or not. */
    void showSource(Path file, int line);

    /** Opens the file at the line in the user's own editor. */
    void openInEditor(Path file, int line);

    /** Brings a pane to the front and leaves the keyboard where it is, by its {@link Pane#id()}. */
    void uncover(String id);

    /** Brings a pane to the front and gives it the keyboard, by its {@link Pane#id()}. */
    void showPane(String id);

    /** Shows the lines of this exchange in the error log. */
    void showLog(long exchange);

    /** Opens the frames that the exception in this exchange has left in the debugger. */
    void openPostMortem(long exchange);
}
