package vivarium.compare;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import vivarium.compare.Comparison.Part;
import vivarium.compare.Comparison.Section;
import vivarium.compare.Comparison.Timing;
import vivarium.exchange.Captured;
import vivarium.exchange.Content;
import vivarium.exchange.ContentKind;
import vivarium.journal.Bytes;
import vivarium.journal.Environ;
import vivarium.journal.Event.LogLine;
import vivarium.journal.Header;

/** Compares two exchanges. For one comparison. */
public final class Comparing {
    private final IgnoreRules rules;
    private final List<Section> sections = new ArrayList<>();
    private int ignored;

    private Comparing(IgnoreRules rules) {
        this.rules = rules;
    }

    /** How the right one differs from the left one. Blocks for as long as that takes. */
    public static Comparison compare(Captured left, Captured right, IgnoreRules rules) {
        return new Comparing(rules).all(left, right);
    }

    private Comparison all(Captured left, Captured right) {
        var before = left.request();
        var after = right.request();
        part(Part.REQUEST, it -> {
            it.compare("method", "method", before.method(), after.method());
            it.compare("target", "target", before.target(), after.target());
            it.compare("protocol", "protocol", before.protocol(), after.protocol());
        });
        part(Part.REQUEST_HEADERS, it -> named(fields(before.headers()), fields(after.headers()), it));
        part(Part.REQUEST_BODY, it -> bodies(left.requestContent(), right.requestContent(), it));
        part(Part.ENVIRON, it -> named(environ(left), environ(right), it));
        part(Part.STATUS, it -> it.compare("status", "status", status(left), status(right)));
        part(Part.RESPONSE_HEADERS, it -> named(responseFields(left), responseFields(right), it));
        part(Part.RESPONSE_BODY, it -> bodies(responseContent(left), responseContent(right), it));
        part(Part.LOG, it -> TextComparison.compare(log(left), log(right), it));
        part(Part.EXCEPTION, it -> TextComparison.compare(traceback(left), traceback(right), it));
        return new Comparison(
                left.id(),
                right.id(),
                sections,
                ignored,
                List.of(
                        new Timing("until the response", nanos(left.untilResponse()), nanos(right.untilResponse())),
                        new Timing("in all", nanos(left.duration()), nanos(right.duration()))));
    }

    private void part(Part part, Consumer<Differences> compare) {
        var differences = new Differences(rules);
        compare.accept(differences);
        ignored += differences.ignored();
        if (!differences.found().isEmpty()) {
            sections.add(new Section(part, differences.found()));
        }
    }

    private static void named(Map<String, String> left, Map<String, String> right, Differences differences) {
        left.forEach((name, value) -> {
            var other = right.get(name);
            if (other == null) {
                differences.add(name, Difference.removed(name, value));
            } else {
                differences.compare(name, name, value, other);
            }
        });
        right.forEach((name, value) -> {
            if (!left.containsKey(name)) {
                differences.add(name, Difference.added(name, value));
            }
        });
    }

    /** By name as it was sent first; repeated fields are one, a line each. */
    private static Map<String, String> fields(List<Header> headers) {
        var fields = new LinkedHashMap<String, String>();
        var names = new LinkedHashMap<String, String>();
        for (var header : headers) {
            if (header.name().equalsIgnoreCase("Cookie")) {
                cookies("cookie.", header.value().split(";", -1), fields);
                continue;
            }
            if (header.name().equalsIgnoreCase("Set-Cookie")) {
                cookies("set-cookie.", new String[] {header.value()}, fields);
                continue;
            }
            var name = names.computeIfAbsent(header.name().toLowerCase(Locale.ROOT), key -> key);
            fields.merge(name, header.value(), (a, b) -> a + "\n" + b);
        }
        return fields;
    }

    /** Each cookie by its own name; one that is set keeps its attributes in the value. */
    private static void cookies(String prefix, String[] pairs, Map<String, String> fields) {
        for (var pair : pairs) {
            int equals = pair.indexOf('=');
            var name = (equals < 0 ? pair : pair.substring(0, equals)).strip();
            var value = equals < 0 ? "" : pair.substring(equals + 1).strip();
            fields.merge(prefix + name, value, (a, b) -> a + "\n" + b);
        }
    }

    private static Map<String, String> responseFields(Captured captured) {
        return fields(captured.response().map(Captured.Response::headers).orElse(List.of()));
    }

    private static Map<String, String> environ(Captured captured) {
        return captured.environ().map(Environ::entries).orElse(List.of()).stream()
                .collect(Collectors.toMap(
                        Environ.Entry::key, Environ.Entry::repr, (first, second) -> first, LinkedHashMap::new));
    }

    private static Content responseContent(Captured captured) {
        return captured.responseContent().orElseGet(() -> Content.of(Bytes.none(), List.of()));
    }

    private static void bodies(Content left, Content right, Differences differences) {
        byte[] before = left.bytes();
        byte[] after = right.bytes();
        if (Arrays.equals(before, after)) {
            return;
        }
        boolean json = left.kind() == ContentKind.JSON
                && right.kind() == ContentKind.JSON
                && JsonComparison.compare(left.text(), right.text(), differences);
        if (json) {
            return;
        }
        if (left.kind() == ContentKind.FORM && right.kind() == ContentKind.FORM) {
            named(form(left), form(right), differences);
        } else if (binary(left) || binary(right)) {
            BinaryComparison.compare(before, after, differences);
        } else {
            TextComparison.compare(left.text(), right.text(), differences);
        }
    }

    private static Map<String, String> form(Content content) {
        var fields = new LinkedHashMap<String, String>();
        content.form().forEach(field -> fields.merge("form." + field.name(), field.value(), (a, b) -> a + "\n" + b));
        return fields;
    }

    private static boolean binary(Content content) {
        return content.kind() == ContentKind.BINARY || content.kind() == ContentKind.IMAGE;
    }

    private static String status(Captured captured) {
        return captured.response().map(Captured.Response::status).orElse("no response");
    }

    private static String log(Captured captured) {
        return captured.log().stream()
                .map((LogLine line) -> line.level() + " " + line.text())
                .collect(Collectors.joining("\n"));
    }

    private static String traceback(Captured captured) {
        return captured.failure().map(failure -> failure.traceback()).orElse("");
    }

    private static long nanos(Optional<Duration> duration) {
        return duration.map(Duration::toNanos).orElse(-1L);
    }
}
