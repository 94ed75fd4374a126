package vivarium.ui.environ;

import java.util.Locale;
import vivarium.journal.Environ.Group;

/**
 * A key of the environ as the inspector shows it.
 *
 * @param repr its value as Python would write it; where it is missing, the one that it had before
 * @param before the value in the previous request to the same path; empty unless it has changed
 */
record EnvironRow(Group group, String key, String repr, EnvironKeys.Meaning meaning, Change change, String before) {
    /** How it stands to the previous request to the same path. */
    enum Change {
        SAME,
        CHANGED,
        ADDED,
        /** It was there and is not any more. */
        MISSING
    }

    /** Whether someone should look at it. */
    boolean notable() {
        return change != Change.SAME && !(change == Change.CHANGED && meaning.restless());
    }

    /** Whether all these words, in lower case, are in its key, value or explanation. */
    boolean holds(String words) {
        var all = (key + ' ' + repr + ' ' + meaning.explanation() + ' ' + meaning.source()).toLowerCase(Locale.ROOT);
        for (var word : words.split("\\s+", -1)) {
            if (!all.contains(word)) {
                return false;
            }
        }
        return true;
    }
}
