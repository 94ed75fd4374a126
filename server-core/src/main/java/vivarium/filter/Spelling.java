package vivarium.filter;

/** Whether one word may have been meant for another. */
final class Spelling {
    private Spelling() {}

    /** Whether two letters at most are too many, missing or wrong; for short words, one. */
    static boolean near(String right, String written) {
        return distance(right, written) <= (Math.min(right.length(), written.length()) < 5 ? 1 : 2);
    }

    private static int distance(String a, String b) {
        var row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[b.length()];
    }
}
