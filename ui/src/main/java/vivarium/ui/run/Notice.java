package vivarium.ui.run;

import java.util.List;

/**
 * Something that the user should know, with what can be done about it.
 *
 * @param title a few words
 * @param text what happened, where, and what to do
 */
public record Notice(Kind kind, String title, String text, List<Remedy> remedies) {
    public Notice {
        remedies = List.copyOf(remedies);
    }

    /** How much it matters. */
    public enum Kind {
        INFORMATION,
        PROBLEM
    }

    static Notice problem(String title, String text, Remedy... remedies) {
        return new Notice(Kind.PROBLEM, title, text, List.of(remedies));
    }
}
