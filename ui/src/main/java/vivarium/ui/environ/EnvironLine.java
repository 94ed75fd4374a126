package vivarium.ui.environ;

import java.util.Optional;
import vivarium.journal.Environ.Group;

/** A line of the tree: a group, or a key in it. */
record EnvironLine(Group group, int size, Optional<EnvironRow> row) {

    static EnvironLine of(Group group, int size) {
        return new EnvironLine(group, size, Optional.empty());
    }

    static EnvironLine of(EnvironRow row) {
        return new EnvironLine(row.group(), 0, Optional.of(row));
    }

    /** The key, or the group's name. */
    String title() {
        return row.map(EnvironRow::key).orElseGet(group::title);
    }

    String value() {
        return row.map(EnvironRow::repr).orElse("");
    }

    String meaning() {
        return row.map(r -> r.meaning().explanation()).orElse("");
    }

    String source() {
        return row.map(r -> r.meaning().source()).orElse("");
    }

    /** The class that colours it, or empty. */
    String style() {
        return row.filter(EnvironRow::notable)
                .map(r -> "environ-" + r.change().name().toLowerCase(java.util.Locale.ROOT))
                .orElse("");
    }
}
