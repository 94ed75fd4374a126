package vivarium.replay;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import vivarium.exchange.Captured;

/** What is to be said before a request is sent again. */
public final class Cautions {
    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS", "TRACE");

    private static final Pattern SIGNATURE =
            Pattern.compile("(?i).*(signature|hmac).*|x-slack-request-timestamp|webhook-timestamp");

    private static final Duration STALE = Duration.ofHours(1);

    private Cautions() {}

    /** A sentence each; none where nothing speaks against it. */
    public static List<String> of(Captured captured, Instant now) {
        var cautions = new ArrayList<String>();
        var request = captured.request();
        if (!SAFE.contains(request.method())) {
            cautions.add(request.method() + " may change data, and does so again.");
        }
        long missing = captured.missingOfRequest();
        if (missing > 0) {
            cautions.add("Not the request that was captured: " + missing
                    + " bytes of its body were not read by the application, or not kept.");
        }
        var age = Duration.between(captured.startedAt(), now);
        boolean old = age.compareTo(STALE) > 0;
        if (old && captured.requestHeader("Cookie").isPresent()) {
            cautions.add("Its cookies are " + age.toHours() + " hours old; the session may have ended.");
        }
        if (CsrfRefresh.needed(captured)) {
            cautions.add("It carries a CSRF token, which is refused when the session has changed.");
        }
        request.headers().stream()
                .filter(header -> SIGNATURE.matcher(header.name()).matches())
                .findFirst()
                .ifPresent(header -> cautions.add("It is signed (" + header.name()
                        + "), often with a time stamp that is accepted for minutes only."));
        return cautions;
    }
}
