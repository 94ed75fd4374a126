package vivarium.transfer;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import vivarium.journal.PythonRepr;

/** The strings in what Python's {@code pprint} wrote. */
final class PythonLiterals {
    private static final Pattern STRING =
            Pattern.compile("[ub]?('(?:[^'\\\\]|\\\\.)*+'|\"(?:[^\"\\\\]|\\\\.)*+\")", Pattern.DOTALL);

    private PythonLiterals() {}

    /** All strings in their order; those that pprint broke into several lines are joined. */
    static List<String> strings(String text) {
        var strings = new ArrayList<String>();
        var matcher = STRING.matcher(text);
        int end = -1;
        while (matcher.find()) {
            var string = PythonRepr.parse(matcher.group(1));
            boolean goesOn = end >= 0 && text.substring(end, matcher.start()).isBlank();
            if (goesOn) {
                strings.set(strings.size() - 1, strings.getLast() + string);
            } else {
                strings.add(string);
            }
            end = matcher.end();
        }
        return strings;
    }

    /** The entries of a dict whose values are strings; the others are left out. */
    static Map<String, String> dict(String text) {
        var entries = new LinkedHashMap<String, String>();
        var matcher = STRING.matcher(text);
        int at = 0;
        while (matcher.find(at)) {
            var key = PythonRepr.parse(matcher.group(1));
            int value = matcher.end();
            while (value < text.length() && (": (\n\t".indexOf(text.charAt(value)) >= 0)) {
                value++;
            }
            at = matcher.end();
            if (value > at && matcher.find(value) && matcher.start() == value) {
                var whole = new StringBuilder(PythonRepr.parse(matcher.group(1)));
                at = matcher.end();
                while (matcher.find(at) && text.substring(at, matcher.start()).isBlank()) {
                    whole.append(PythonRepr.parse(matcher.group(1)));
                    at = matcher.end();
                }
                entries.put(key, whole.toString());
            }
        }
        return entries;
    }
}
