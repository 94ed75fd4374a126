package vivarium.replay;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vivarium.exchange.Captured;
import vivarium.exchange.Content;
import vivarium.journal.Header;

/**
 * Fetches the page anew that gave a request its CSRF token, and puts what it gives now into the request: the token, and the cookies
 * that belong to it.
 *
 * @param page the captured exchange that gave the token
 */
public record CsrfRefresh(Captured request, Captured page) {
    private static final Pattern TAG = Pattern.compile("<(?:input|meta)\\b[^>]*>", Pattern.CASE_INSENSITIVE);
    private static final Pattern ATTRIBUTE = Pattern.compile(
            "\\b(name|value|content)\\s*=\\s*(?:\"([^\"]*)\"|'([^']*)'|([^\\s>]+))", Pattern.CASE_INSENSITIVE);
    private static final List<String> COOKIES = List.of("csrftoken", "XSRF-TOKEN", "csrf_access_token", "_xsrf");

    /** Whether the request carries such a token. */
    public static boolean needed(Captured request) {
        return CsrfToken.of(request).isPresent();
    }

    /** With the page, of what was captured before the request, that most probably gave the token. */
    public static Optional<CsrfRefresh> of(Captured request, Stream<Captured> before) {
        var token = CsrfToken.of(request);
        if (token.isEmpty()) {
            return Optional.empty();
        }
        var referer = request.requestHeader("Referer")
                .map(address -> address.replaceFirst("^[a-zA-Z]+://[^/]*", "").replaceFirst("#.*", ""))
                .orElse("");
        return before.filter(page -> page.request().method().equals("GET"))
                .filter(page -> page.response()
                        .filter(answer -> value(token.get(), page, answer).isPresent())
                        .isPresent())
                .max(Comparator.comparing(
                                (Captured page) -> page.request().target().equals(referer))
                        .thenComparing(page ->
                                page.request().path().equals(request.request().path()))
                        .thenComparing(Captured::id))
                .map(page -> new CsrfRefresh(request, page));
    }

    /**
     * Fetches it, and waits for it.
     *
     * @return the request with the fresh token and cookies
     * @throws ReplayException when the page does not give a token any more; the message says what it gave
     */
    public Captured fetch(Replayer replayer) throws ReplayException {
        var token = CsrfToken.of(request).orElseThrow(() -> new ReplayException("The request carries no CSRF token."));
        var fetched = page;
        for (var conditional : List.of("If-None-Match", "If-Modified-Since")) {
            fetched = RequestEdit.header(fetched, conditional, "");
        }
        // With the request's own cookies: the token belongs to its session.
        fetched = RequestEdit.header(
                fetched, "Cookie", request.requestHeader("Cookie").orElse(""));
        var answer = replayer.send(fetched, Manner.AS_CAPTURED);
        var value = value(token, fetched, answer.response())
                .orElseThrow(() -> new ReplayException("No fresh token: "
                        + page.request().target() + ", which gave the old one, answered "
                        + answer.response().status()
                        + Header.first(answer.response().headers(), "Location")
                                .map(place -> " to " + place)
                                .orElse("")
                        + ". Log in again in the browser, and replay the request that it sends then."));
        var withCookies = cookies(request, answer.response());
        return token.in(withCookies, value);
    }

    /** What a response to this page gives for the token. */
    private static Optional<String> value(CsrfToken token, Captured page, Captured.Response answer) {
        if (!answer.status().startsWith("2")) {
            return Optional.empty();
        }
        var body = Content.of(answer.body(), answer.headers()).text();
        boolean header = token.place() == CsrfToken.Place.HEADER;
        Optional<String> cookie = header ? cookie(answer, page) : Optional.empty();
        return cookie.or(() -> TAG.matcher(body)
                .results()
                .map(tag -> attributes(tag.group()))
                .filter(tag -> {
                    var name = tag.getOrDefault("name", "");
                    return header ? CsrfToken.isField(name) || name.equals("csrf-token") : name.equals(token.name());
                })
                .map(tag -> tag.getOrDefault("value", tag.getOrDefault("content", "")))
                .filter(value -> !value.isEmpty())
                .findFirst());
    }

    private static Map<String, String> attributes(String tag) {
        var attributes = new LinkedHashMap<String, String>();
        ATTRIBUTE.matcher(tag).results().forEach(found -> {
            var value = Stream.of(2, 3, 4)
                    .map(found::group)
                    .filter(Objects::nonNull)
                    .findFirst()
                    .orElse("");
            attributes.put(
                    found.group(1).toLowerCase(Locale.ROOT),
                    value.replace("&quot;", "\"").replace("&#39;", "'").replace("&amp;", "&"));
        });
        return attributes;
    }

    /** Scripts send the cookie back as a header. */
    private static Optional<String> cookie(Captured.Response answer, Captured page) {
        var jar = jar(page);
        set(jar, answer);
        return COOKIES.stream().filter(jar::containsKey).map(jar::get).findFirst();
    }

    private static Captured cookies(Captured request, Captured.Response answer) {
        var jar = jar(request);
        set(jar, answer);
        return RequestEdit.header(
                request,
                "Cookie",
                jar.entrySet().stream()
                        .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                        .collect(Collectors.joining("; ")));
    }

    private static Map<String, String> jar(Captured captured) {
        var jar = new LinkedHashMap<String, String>();
        for (var pair : captured.requestHeader("Cookie").orElse("").split(";", -1)) {
            put(jar, pair);
        }
        return jar;
    }

    private static void set(Map<String, String> jar, Captured.Response answer) {
        for (var header : answer.headers()) {
            if (header.name().equalsIgnoreCase("Set-Cookie")) {
                put(jar, header.value().split(";", 2)[0]);
            }
        }
    }

    private static void put(Map<String, String> jar, String pair) {
        int equals = pair.indexOf('=');
        if (equals > 0) {
            jar.put(
                    pair.substring(0, equals).strip(),
                    pair.substring(equals + 1).strip());
        }
    }
}
