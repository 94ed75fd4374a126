package vivarium.ui.parts;

import java.util.List;

/** Where the word that is completed begins, and how far all its completions agree. */
final class Completion {
    private Completion() {}

    /** The place from which on these words replace what is before the cursor: with everything it is an attribute of where they have that. */
    static int start(String text, int cursor, List<String> words) {
        int dotted = before(text, cursor, true);
        String begun = text.substring(dotted, cursor);
        return words.stream().allMatch(word -> word.startsWith(begun)) ? dotted : before(text, cursor, false);
    }

    private static int before(String text, int cursor, boolean dots) {
        int start = cursor;
        while (start > 0
                && (Character.isUnicodeIdentifierPart(text.charAt(start - 1))
                        || (dots && text.charAt(start - 1) == '.'))) {
            start--;
        }
        return start;
    }

    /** What all words begin with; there is at least one. */
    static String common(List<String> words) {
        String common = words.getFirst();
        for (String word : words) {
            int same = 0;
            while (same < Math.min(common.length(), word.length()) && common.charAt(same) == word.charAt(same)) {
                same++;
            }
            common = common.substring(0, same);
        }
        return common;
    }
}
