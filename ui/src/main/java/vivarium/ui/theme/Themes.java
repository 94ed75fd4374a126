package vivarium.ui.theme;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.util.Objects;
import javafx.application.Application;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ChangeListener;
import javafx.css.PseudoClass;
import javafx.scene.Scene;

/** Dresses the process's windows; there is one look for all of them. FX thread only. */
public final class Themes {
    /** Set on the root of every scene while the theme is dark. */
    private static final PseudoClass DARK = PseudoClass.getPseudoClass("dark");

    private final ObjectProperty<ThemeChoice> choice = new SimpleObjectProperty<>(ThemeChoice.SYSTEM);
    private final ReadOnlyBooleanWrapper dark = new ReadOnlyBooleanWrapper();
    private final ChangeListener<ColorScheme> system = (scheme, before, now) -> apply();

    /** Follows the system until told otherwise. */
    public Themes() {
        choice.addListener((property, before, now) -> apply());
        Platform.getPreferences().colorSchemeProperty().addListener(system);
        apply();
    }

    private void apply() {
        assert Platform.isFxApplicationThread();
        dark.set(
                switch (choice.get()) {
                    case LIGHT -> false;
                    case DARK -> true;
                    case SYSTEM -> Platform.getPreferences().getColorScheme() == ColorScheme.DARK;
                });
        Application.setUserAgentStylesheet(
                (dark.get() ? new PrimerDark() : new PrimerLight()).getUserAgentStylesheet());
    }

    /** What the user wants; may be set. */
    public ObjectProperty<ThemeChoice> choice() {
        return choice;
    }

    /** Whether it is dark now. */
    public ReadOnlyBooleanProperty dark() {
        return dark.getReadOnlyProperty();
    }

    /** Light instead of dark, or dark instead of light. */
    public void toggle() {
        choice.set(dark.get() ? ThemeChoice.LIGHT : ThemeChoice.DARK);
    }

    /** Adds our own style sheet to a scene. */
    public void dress(Scene scene) {
        scene.getStylesheets().add(sheet());
        dark.subscribe(now -> scene.getRoot().pseudoClassStateChanged(DARK, now));
    }

    /** The address of our own style sheet, for dialogs. */
    public static String sheet() {
        return Objects.requireNonNull(Themes.class.getResource("vivarium.css")).toExternalForm();
    }

    /** Forgets the system's preferences, which would hold on to this. */
    public void close() {
        Platform.getPreferences().colorSchemeProperty().removeListener(system);
    }
}
