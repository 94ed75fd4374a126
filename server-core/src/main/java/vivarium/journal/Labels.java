package vivarium.journal;

import java.util.Locale;

/** The words that session files hold for constants. */
final class Labels {
    /** How an exchange ends that has no exception and yet an error, as a list in SQL. */
    static final String OUTCOMES = "'client gone', 'broken off'";

    private Labels() {}

    /** The constant's name in lower case, with spaces. */
    static String of(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** The constant of which {@link #of} gives this. */
    static <E extends Enum<E>> E parse(Class<E> type, String label) {
        return Enum.valueOf(type, label.toUpperCase(Locale.ROOT).replace(' ', '_'));
    }
}
