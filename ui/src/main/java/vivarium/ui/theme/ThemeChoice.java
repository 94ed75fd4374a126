package vivarium.ui.theme;

/** What the user wants. */
public enum ThemeChoice {
    /** As the system, where it says. */
    SYSTEM("Follow the system"),
    LIGHT("Light"),
    DARK("Dark");

    private final String label;

    ThemeChoice(String label) {
        this.label = label;
    }

    /** In words. */
    public String label() {
        return label;
    }
}
