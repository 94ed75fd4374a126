package vivarium.compare;

import java.util.ArrayList;
import java.util.List;

/** Gathers what is different, and counts what the rules leave out. For one part of one comparison. */
final class Differences {
    /** A comparison of two things that have nothing in common need not be listed to the end. */
    static final int MOST = 10_000;

    private final IgnoreRules rules;
    private final List<Difference> found = new ArrayList<>();
    private int ignored;

    Differences(IgnoreRules rules) {
        this.rules = rules;
    }

    IgnoreRules rules() {
        return rules;
    }

    List<Difference> found() {
        return found;
    }

    int ignored() {
        return ignored;
    }

    boolean full() {
        return found.size() >= MOST;
    }

    /** Takes it in unless the rules ignore this name. */
    void add(String name, Difference difference) {
        if (rules.ignores(name)) {
            ignored++;
        } else if (!full()) {
            found.add(difference);
        }
    }

    /** Compares two texts of this name. */
    void compare(String name, String where, String left, String right) {
        if (left.equals(right)) {
            return;
        }
        if (rules.same(left, right)) {
            ignored++;
        } else {
            add(name, Difference.changed(where, left, right));
        }
    }
}
