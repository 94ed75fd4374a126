package vivarium.ui.requests;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import vivarium.exchange.Outline;
import vivarium.filter.Filter;
import vivarium.filter.FilterLanguage;
import vivarium.filter.FilterSyntaxException;

/**
 * Which requests are shown. Immutable.
 *
 * @param text words that must all be in the number, method, target, status, type, thread or exception, in any case; empty for all
 * @param query what must hold besides; it may look into headers and bodies
 * @param method only this one, or empty for all
 * @param classes first digits of the status; none for all
 * @param troubled only those where the server's side went wrong
 */
record RequestFilter(String text, Optional<Filter> query, String method, Set<Integer> classes, boolean troubled) {
    static final RequestFilter ALL = new RequestFilter("", Optional.empty(), "", Set.of(), false);

    /** What makes a text more than words to look for. */
    private static final Pattern LANGUAGE = Pattern.compile("[:=<>~!()|&\"]|(?i)\\b(and|or|not)\\b");

    RequestFilter {
        text = text.strip().toLowerCase(Locale.ROOT);
        classes = Set.copyOf(classes);
    }

    /** What the text means: plain words, or the filter language. */
    static RequestFilter of(String typed, String method, Set<Integer> classes, boolean troubled)
            throws FilterSyntaxException {
        if (LANGUAGE.matcher(typed).find()) {
            return new RequestFilter("", Optional.of(FilterLanguage.here().parse(typed)), method, classes, troubled);
        }
        return new RequestFilter(typed, Optional.empty(), method, classes, troubled);
    }

    /** Whether the outline passes all but {@link #query}. */
    boolean matches(Outline outline) {
        return (method.isEmpty() || method.equals(outline.head().method()))
                && (classes.isEmpty() || classes.contains(outline.statusClass()))
                && (!troubled || outline.troubled())
                && (text.isEmpty() || holdsWords(outline));
    }

    boolean all() {
        return equals(ALL);
    }

    private boolean holdsWords(Outline outline) {
        var head = outline.head();
        var all = ("#" + outline.id() + ' ' + head.method() + ' ' + head.target() + ' '
                        + (outline.status() == 0 ? "" : outline.status()) + ' ' + outline.type() + ' '
                        + outline.thread() + ' ' + outline.exception())
                .toLowerCase(Locale.ROOT);
        for (var word : text.split("\\s+", -1)) {
            if (!all.contains(word)) {
                return false;
            }
        }
        return true;
    }
}
