package vivarium.compare;

import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import vivarium.exchange.Volatile;

/**
 * What is not compared.
 *
 * @param names of header fields, of environ keys, of JSON members and of fields of forms, in lower case, wherever they are; JSON also by
 *     path, for example {@code $.notes[*].id}; {@code cookie.NAME}, {@code set-cookie.NAME} and {@code form.NAME} for those alone
 * @param volatileToo whether dates, tokens and the like are taken for the same
 */
public record IgnoreRules(Set<String> names, boolean volatileToo) {
    /** What has named things inside. */
    private static final Set<String> INSIDE = Set.of("cookie", "set-cookie", "form");

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

    /** A path in JSON for all elements of an array: {@code $.notes[*].id} for {@code $.notes[2].id}; other names stay. */
    public static String generic(String path) {
        return path.startsWith("$") ? path.replaceAll("\\[\\d+]", "[*]") : path;
    }

    /** A cookie is also ignored by the name of its field, and a field of a form by its own name. */
    boolean ignores(String name) {
        var small = name.toLowerCase(Locale.ROOT);
        int dot = small.startsWith("$") ? -1 : small.indexOf('.');
        return names.contains(small)
                || (dot > 0
                        && INSIDE.contains(small.substring(0, dot))
                        && (names.contains(small.substring(0, dot)) || names.contains(small.substring(dot + 1))));
    }

    boolean same(String left, String right) {
        return left.equals(right) || (volatileToo && Volatile.stable(left).equals(Volatile.stable(right)));
    }
}
