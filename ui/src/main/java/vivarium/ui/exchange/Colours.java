package vivarium.ui.exchange;

import java.util.Collection;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.fxmisc.richtext.model.StyleSpans;
import org.fxmisc.richtext.model.StyleSpansBuilder;
import vivarium.exchange.ContentKind;

/** Colours the text of a body: for each piece the class of what it is. */
final class Colours {
    private static final Colours JSON = new Colours(
            "(?<key>\"(?:[^\"\\\\]|\\\\.)*+\"(?=\\s*+:))|(?<string>\"(?:[^\"\\\\]|\\\\.)*+\"?)"
                    + "|(?<number>-?\\d[\\d.eE+-]*+)|(?<word>\\b(?:true|false|null)\\b)",
            "key",
            "string",
            "number",
            "word");
    private static final Colours HTML = new Colours(
            "(?<comment><!--(?s:.*?)(?:-->|\\z))|(?<tag></?[\\w:!-]++|/?>)"
                    + "|(?<key>\\b[\\w:-]++(?==))|(?<string>(?<==)\"[^\"]*+\"|(?<==)'[^']*+')|(?<word>&[\\w#]++;)",
            "comment",
            "tag",
            "key",
            "string",
            "word");

    /** More than this is shown in one colour: nobody reads so much, and it would take too long. */
    private static final int MOST = 300_000;

    private final Pattern pattern;
    private final List<String> groups;

    private Colours(String pattern, String... groups) {
        this.pattern = Pattern.compile(pattern);
        this.groups = List.of(groups);
    }

    /** The colours for this text, or one piece without a class where there are none for it. */
    static StyleSpans<Collection<String>> of(ContentKind kind, String text) {
        if (text.length() <= MOST) {
            if (kind == ContentKind.JSON) {
                return JSON.colour(text);
            }
            if (kind == ContentKind.HTML || text.startsWith("<")) {
                return HTML.colour(text);
            }
        }
        return new StyleSpansBuilder<Collection<String>>()
                .add(List.of(), text.length())
                .create();
    }

    private StyleSpans<Collection<String>> colour(String text) {
        var spans = new StyleSpansBuilder<Collection<String>>();
        var matcher = pattern.matcher(text);
        int last = 0;
        while (matcher.find()) {
            spans.add(List.of(), matcher.start() - last);
            spans.add(List.of("syntax-" + group(matcher)), matcher.end() - matcher.start());
            last = matcher.end();
        }
        return spans.add(List.of(), text.length() - last).create();
    }

    private String group(Matcher matcher) {
        for (var group : groups) {
            if (matcher.start(group) >= 0) {
                return group;
            }
        }
        throw new IllegalStateException("A pattern without a group for " + matcher.group());
    }
}
