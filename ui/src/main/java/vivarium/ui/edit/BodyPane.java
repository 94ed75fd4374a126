package vivarium.ui.edit;

import java.util.Optional;
import java.util.OptionalInt;
import javafx.scene.Node;
import vivarium.exchange.Content;

/** One way to edit a body. FX thread only. */
interface BodyPane {
    /** What to show. */
    Node node();

    /** Shows this body, and tells nobody; says why where it cannot. */
    Optional<String> show(Content content);

    /** How many bytes it has by now; empty where that is not known before it is right. */
    OptionalInt length();

    /** The body as it is by now; empty where it is wrong, which is said at the place. */
    Optional<byte[]> bytes();
}
