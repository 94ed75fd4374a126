package vivarium.journal;

import java.util.List;
import java.util.Optional;

/** Makes the text of a body that is searched. */
@FunctionalInterface
public interface BodyText {
    /** The text without content codings; empty where the body is none, for example an image. */
    Optional<String> of(Bytes body, List<Header> headers);
}
