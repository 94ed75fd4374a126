package vivarium.ui;

import javafx.scene.Node;
import org.kordamp.ikonli.Ikon;

/** A part of the window that can be moved, hidden and brought to the front. All methods are for the FX thread. */
public interface Pane {
    /** What settings and tests call it, for example {@code requests}; never changes. */
    String id();

    /** What its tab says. */
    String title();

    /** The drawing on its tab. */
    Ikon icon();

    /** The content; always the same node. */
    Node node();

    /** Gives the keyboard to the control that the user most probably wants. */
    void focus();
}
