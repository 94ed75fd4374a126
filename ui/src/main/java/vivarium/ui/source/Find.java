package vivarium.ui.source;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Where a text occurs in another, in upper or lower case. */
record Find(int length, List<Integer> starts) {
    private static final int MOST = 10_000;

    static Find in(String text, String wanted) {
        var starts = new ArrayList<Integer>();
        if (!wanted.isEmpty()) {
            Pattern.compile(wanted, Pattern.LITERAL | Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE)
                    .matcher(text)
                    .results()
                    .limit(MOST)
                    .forEach(match -> starts.add(match.start()));
        }
        return new Find(wanted.length(), starts);
    }

    /** The index of the first that begins at this offset or after it, from the top again after the last; −1 for none. */
    int from(int offset) {
        for (int i = 0; i < starts.size(); i++) {
            if (starts.get(i) >= offset) {
                return i;
            }
        }
        return starts.isEmpty() ? -1 : 0;
    }

    /** The index of the last that begins before this offset, from the bottom again before the first; −1 for none. */
    int before(int offset) {
        for (int i = starts.size() - 1; i >= 0; i--) {
            if (starts.get(i) < offset) {
                return i;
            }
        }
        return starts.size() - 1;
    }
}
