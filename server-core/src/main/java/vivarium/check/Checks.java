package vivarium.check;

import java.time.DateTimeException;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import vivarium.journal.Finding;
import vivarium.journal.Header;
import vivarium.journal.PythonFailure;

/** Looks at one answer. Quick, since it is called at the end of every request; for any thread. */
public final class Checks {
    /** Fewer chunks do no harm. */
    private static final int MANY = 100;

    /** Bytes; a chunk's own frame and the packet's take about as much. */
    private static final int TINY = 64;

    private static final String RULE_BROKEN = "vivarium_agent.rules.RuleBroken";

    private static final Set<String> ONCE = Set.of(
            "content-type", "content-length", "location", "etag", "last-modified", "expires", "date", "server", "age");
    private static final Set<String> DATES = Set.of("last-modified", "date");
    private static final Pattern ETAG = Pattern.compile("(W/)?\"[\\x21\\x23-\\x7e\\x80-\\xff]*\"");

    private final Answer answer;
    private final List<Finding> findings = new ArrayList<>(0);

    private Checks(Answer answer) {
        this.answer = answer;
    }

    /** Everything that is wrong with it. */
    public static List<Finding> of(Answer answer) {
        var checks = new Checks(answer);
        answer.failure().ifPresent(checks::failure);
        if (answer.complete() && answer.status() != 0) {
            checks.body();
            checks.input();
            checks.status();
            checks.fields();
        }
        return checks.findings;
    }

    private void failure(PythonFailure failure) {
        if (failure.type().equals(RULE_BROKEN)) {
            var where = failure.frames().isEmpty()
                    ? new PythonFailure.Frame("", 0, "", "")
                    : failure.frames().getLast();
            findings.add(new Finding(Rule.PROTOCOL_BROKEN.id(), failure.message(), where.file(), where.line()));
        }
    }

    private void body() {
        long offered = answer.offered();
        boolean typed = answer.has("Content-Type");
        if (!answer.mayHaveBody()) {
            if (offered > 0) {
                found(Rule.BODY_NOT_ALLOWED, "Dropped: " + bytes(offered) + " with status " + answer.status());
            }
            if (typed) {
                found(Rule.NEEDLESS_CONTENT_TYPE, "Status " + answer.status() + " has no body");
            }
            return;
        }
        if (offered > 0 && !typed) {
            found(Rule.NO_CONTENT_TYPE, bytes(offered) + " of unknown kind");
        }
        if (answer.chunks() >= MANY && offered / answer.chunks() < TINY) {
            found(Rule.TINY_CHUNKS, answer.chunks() + " chunks with " + bytes(offered) + " in all");
        }
        if (!answer.headOnly()) {
            answer.field("Content-Length")
                    .filter(announced -> !announced.equals(Long.toString(offered)))
                    .ifPresent(announced ->
                            found(Rule.WRONG_CONTENT_LENGTH, "It says " + announced + "; given: " + bytes(offered)));
        }
    }

    private void input() {
        long announced = answer.announced();
        // Who refuses a request need not read it.
        if (answer.read() < announced && answer.status() < 400) {
            found(Rule.UNREAD_INPUT, "Read: " + answer.read() + " of " + bytes(announced));
        }
    }

    private void status() {
        switch (answer.status()) {
            case 301, 302, 303, 307, 308 -> needs("Location", Rule.NO_LOCATION);
            case 401 -> needs("WWW-Authenticate", Rule.NO_CHALLENGE);
            case 405 -> needs("Allow", Rule.NO_ALLOW);
            case 206 -> {
                // A multipart body has the ranges in its parts.
                if (answer.field("Content-Type")
                        .filter(type -> type.startsWith("multipart/"))
                        .isEmpty()) {
                    needs("Content-Range", Rule.NO_CONTENT_RANGE);
                }
            }
            default -> {}
        }
    }

    private void needs(String field, Rule rule) {
        if (!answer.has(field)) {
            found(rule, answer.request().method() + " " + answer.request().path() + " was answered without it");
        }
    }

    private void fields() {
        Set<String> seen = new HashSet<>();
        for (Header header : answer.headers()) {
            String name = header.name().toLowerCase(Locale.ROOT);
            if (ONCE.contains(name) && !seen.add(name)) {
                found(Rule.REPEATED_FIELD, header.name() + ", the second time as “" + header.value() + "”");
            }
            if (DATES.contains(name) && !isDate(header.value())) {
                found(Rule.BAD_DATE, header.name() + ": " + header.value());
            }
            if (name.equals("etag") && !ETAG.matcher(header.value()).matches()) {
                found(Rule.BAD_ETAG, "ETag: " + header.value());
            }
        }
    }

    private static boolean isDate(String value) {
        try {
            DateTimeFormatter.RFC_1123_DATE_TIME.parse(value);
            return value.endsWith("GMT");
        } catch (DateTimeException other) {
            return false;
        }
    }

    private static String bytes(long count) {
        return count == 1 ? "1 byte" : count + " bytes";
    }

    private void found(Rule rule, String message) {
        findings.add(Finding.of(rule.id(), message));
    }
}
