package vivarium.ui;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.Properties;
import javafx.beans.Observable;

/** The JavaFX that this process has. */
public final class JavaFx {
    private JavaFx() {}

    /** Its version as it says itself, without starting it; empty where it says nothing. */
    public static Optional<String> version() {
        try (InputStream properties = Observable.class.getResourceAsStream("/javafx.properties")) {
            if (properties == null) {
                return Optional.empty();
            }
            var own = new Properties();
            own.load(properties);
            return Optional.ofNullable(own.getProperty("javafx.version"));
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }
}
