package vivarium.compare;

import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import vivarium.exchange.Volatile;

/**
 * What is not compared.
 *
 * @param names of header fields, of environ keys and of JSON members, in lower case, wherever they are; JSON also by path, for example
 *     {@code $.notes[*].id}
 * @param volatileToo whether dates, tokens and the like are taken for the same
 */
public record IgnoreRules(Set<String> names, boolean volatileToo) {
    private static final Set<String> EACH_TIME = Set.of(
            "remote_port",
            "mod_wsgi.request_id",
            "mod_wsgi.request_start",
            "mod_wsgi.thread_id",
            "wsgi.input",
            "wsgi.errors");

    public IgnoreRules {
        names = Set.copyOf(names);
    }

    /** What is different each time although nothing is. */
    public static IgnoreRules standard() {
        var names = new TreeSet<>(Volatile.HEADERS);
        names.addAll(EACH_TIME);
        return new IgnoreRules(names, true);
    }

    /** Everything is compared. */
    public static IgnoreRules none() {
        return new IgnoreRules(Set.of(), false);
    }

    /** These and another name. */
    public IgnoreRules and(String name) {
        var more = new TreeSet<>(names);
        more.add(name.toLowerCase(Locale.ROOT));
        return new IgnoreRules(more, volatileToo);
    }

    boolean ignores(String name) {
        return names.contains(name.toLowerCase(Locale.ROOT));
    }

    boolean same(String left, String right) {
        return left.equals(right) || (volatileToo && Volatile.stable(left).equals(Volatile.stable(right)));
    }
}
