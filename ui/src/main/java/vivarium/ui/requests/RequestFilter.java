package vivarium.ui.requests;

import java.util.Locale;
import java.util.Set;
import vivarium.exchange.Outline;

/**
 * Which requests are shown. Immutable.
 *
 * @param text words that must all be in the number, method, target, status, type, thread or exception, in any case; empty for all
 * @param method only this one, or empty for all
 * @param classes first digits of the status; none for all
 * @param troubled only those where the server's side went wrong
 */
record RequestFilter(String text, String method, Set<Integer> classes, boolean troubled) {
    static final RequestFilter ALL = new RequestFilter("", "", Set.of(), false);

    RequestFilter {
        text = text.strip().toLowerCase(Locale.ROOT);
        classes = Set.copyOf(classes);
    }

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
