package vivarium.ui.log;

/**
 * A row of the list.
 *
 * @param line which line of the entry, from 0; a folded entry has row 0 only
 */
record LogRow(LogEntry entry, int line) {
    boolean isFirst() {
        return line == 0;
    }

    boolean isFoldable() {
        return line == 0 && entry.lines() > 1;
    }
}
