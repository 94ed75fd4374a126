package vivarium.filter;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import vivarium.filter.Vocabulary.Entry;
import vivarium.filter.Vocabulary.Meaning;

/** What could be written at a place of a filter. */
final class Completions {
    private static final String BREAKS = " \t()!&|";

    private Completions() {}

    static List<Completion> at(String text, int caret) {
        int from = caret;
        while (from > 0 && BREAKS.indexOf(text.charAt(from - 1)) < 0) {
            from--;
        }
        var word = text.substring(from, caret).toLowerCase(Locale.ROOT);
        int colon = word.indexOf(':');
        return colon < 0 ? names(word, from, caret) : values(word, colon, from + colon + 1, caret);
    }

    private static List<Completion> names(String word, int from, int caret) {
        var found = new ArrayList<Completion>();
        for (var entry : Vocabulary.ENTRIES) {
            if (entry.name().startsWith(word)) {
                found.add(new Completion(from, caret, entry.name() + ":", entry.about()));
            }
        }
        for (var operator : List.of("and", "or", "not")) {
            if (!word.isEmpty() && operator.startsWith(word) && !operator.equals(word)) {
                found.add(new Completion(from, caret, operator + " ", "joins terms"));
            }
        }
        return found;
    }

    private static List<Completion> values(String word, int colon, int from, int caret) {
        var name = word.substring(0, colon);
        var begun = word.substring(colon + 1);
        return Vocabulary.find(name).map(entry -> values(entry)).orElse(List.of()).stream()
                .filter(choice -> choice.text().toLowerCase(Locale.ROOT).startsWith(begun))
                .map(choice -> new Completion(from, caret, choice.text(), choice.meaning()))
                .toList();
    }

    private static List<Completion> values(Entry entry) {
        return entry.meaning() instanceof Meaning.Flags flags
                ? flags.choices().stream()
                        .map(choice -> new Completion(0, 0, choice.word(), choice.about()))
                        .toList()
                : entry.values().stream()
                        .map(value -> new Completion(0, 0, value, entry.name()))
                        .toList();
    }
}
