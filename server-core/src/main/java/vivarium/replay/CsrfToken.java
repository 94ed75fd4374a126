package vivarium.replay;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.Optional;
import java.util.regex.Pattern;
import vivarium.exchange.Captured;
import vivarium.exchange.Part;
import vivarium.journal.Bytes;

/**
 * A token in a request that shows that the site's own page has made it: Django's, Flask-WTF's, and alike.
 *
 * @param name of the form's field, or of the header
 */
record CsrfToken(Place place, String name) {
    /** Where it is. */
    enum Place {
        FORM,
        PART,
        HEADER
    }

    private static final Pattern FIELD =
            Pattern.compile("csrfmiddlewaretoken|csrf_token|_csrf|authenticity_token|_xsrf|_csrf_token");
    private static final Pattern HEADER = Pattern.compile("(?i)x-(csrf|xsrf)-?token");

    /** Whether a field of a page's form is such a token. */
    static boolean isField(String name) {
        return FIELD.matcher(name).matches();
    }

    /** That of the request. */
    static Optional<CsrfToken> of(Captured captured) {
        var content = captured.requestContent();
        var field = switch (content.kind()) {
            case FORM ->
                content.form().stream()
                        .map(it -> new CsrfToken(Place.FORM, it.name()))
                        .filter(token -> isField(token.name()))
                        .findFirst();
            case MULTIPART ->
                content.parts().stream()
                        .map(it -> new CsrfToken(Place.PART, it.name()))
                        .filter(token -> isField(token.name()))
                        .findFirst();
            default -> Optional.<CsrfToken>empty();
        };
        return field.or(() -> captured.request().headers().stream()
                .filter(header -> HEADER.matcher(header.name()).matches())
                .map(header -> new CsrfToken(Place.HEADER, header.name()))
                .findFirst());
    }

    /** The request with this value of the token. */
    Captured in(Captured captured, String value) {
        return switch (place) {
            case FORM -> RequestEdit.form(captured, name, value);
            case HEADER -> RequestEdit.header(captured, name, value);
            case PART -> part(captured, value);
        };
    }

    private Captured part(Captured captured, String value) {
        var content = captured.requestContent();
        var parts = new ArrayList<Part>();
        for (var part : content.parts()) {
            parts.add(
                    part.name().equals(name)
                            ? new Part(part.headers(), name, "", Bytes.of(value.getBytes(UTF_8)), true)
                            : part);
        }
        return RequestEdit.body(
                captured,
                Multipart.body(parts, content.type().parameter("boundary").orElse("")));
    }
}
