package vivarium.console;

import java.util.List;
import org.jline.reader.CompletingParsedLine;

/** A line of Python whose last word before the cursor is to be completed: a name, or names with dots between them. */
record LastWord(String line, int cursor) implements CompletingParsedLine {
    @Override
    public String word() {
        int start = cursor;
        while (start > 0
                && (Character.isUnicodeIdentifierPart(line.charAt(start - 1)) || line.charAt(start - 1) == '.')) {
            start--;
        }
        return line.substring(start, cursor);
    }

    @Override
    public int wordCursor() {
        return word().length();
    }

    @Override
    public CharSequence escape(CharSequence word, boolean complete) {
        return word;
    }

    @Override
    public int rawWordCursor() {
        return wordCursor();
    }

    @Override
    public int rawWordLength() {
        return wordCursor();
    }

    @Override
    public int wordIndex() {
        return 0;
    }

    @Override
    public List<String> words() {
        return List.of(word());
    }
}
