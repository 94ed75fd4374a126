package vivarium.filter;

import java.util.Arrays;
import java.util.Comparator;
import java.util.regex.Pattern;

/** How a text is compared; case never matters. */
public sealed interface TextMatch {
    /** Whether it holds for the text. */
    boolean matches(String text);

    /** A text that is somewhere in all that match, case aside; empty where none is known. */
    String required();

    /** The text has this somewhere in it. */
    record Contains(String part) implements TextMatch {
        @Override
        public boolean matches(String text) {
            int last = text.length() - part.length();
            for (int i = 0; i <= last; i++) {
                if (text.regionMatches(true, i, part, 0, part.length())) {
                    return true;
                }
            }
            return false;
        }

        @Override
        public String required() {
            return part;
        }
    }

    /** The text is this. */
    record Exactly(String whole) implements TextMatch {
        @Override
        public boolean matches(String text) {
            return text.equalsIgnoreCase(whole);
        }

        @Override
        public String required() {
            return whole;
        }
    }

    /** The whole text follows this pattern: {@code *} stands for any characters, {@code ?} for one. */
    record Glob(String glob) implements TextMatch {
        @Override
        public boolean matches(String text) {
            return matches(text, 0, 0);
        }

        /** Backtracks to the last star only, so that no pattern takes long. */
        private boolean matches(String text, int t, int g) {
            int star = -1;
            int resume = 0;
            while (t < text.length()) {
                char wanted = g < glob.length() ? glob.charAt(g) : '\0';
                if (g < glob.length() && wanted == '*') {
                    star = g++;
                    resume = t;
                } else if (g < glob.length() && (wanted == '?' || same(wanted, text.charAt(t)))) {
                    g++;
                    t++;
                } else if (star >= 0) {
                    g = star + 1;
                    t = ++resume;
                } else {
                    return false;
                }
            }
            while (g < glob.length() && glob.charAt(g) == '*') {
                g++;
            }
            return g == glob.length();
        }

        @Override
        public String required() {
            return Arrays.stream(glob.split("[*?]", -1))
                    .max(Comparator.comparingInt(String::length))
                    .orElse("");
        }

        private static boolean same(char a, char b) {
            return a == b || Character.toLowerCase(a) == Character.toLowerCase(b);
        }
    }

    /** The regular expression (Java's) is found somewhere in the text. */
    record Regex(Pattern pattern) implements TextMatch {
        /**
         * Understands the expression.
         *
         * @throws java.util.regex.PatternSyntaxException where it is none
         */
        public static Regex of(String expression) {
            return new Regex(Pattern.compile(expression, Pattern.CASE_INSENSITIVE | Pattern.MULTILINE));
        }

        @Override
        public boolean matches(String text) {
            return pattern.matcher(text).find();
        }

        @Override
        public String required() {
            return RequiredText.of(pattern);
        }
    }
}
