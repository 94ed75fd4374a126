package vivarium.exchange;

import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.json.JsonFactory;

/**
 * Why a text is not JSON.
 *
 * @param offset the character where reading it failed, from 0
 * @param line from 1
 * @param column from 1
 */
public record JsonProblem(int offset, int line, int column, String words) {
    /** Jackson adds where the array began, in words that are about its own sources. */
    private static final Pattern WHERE_IT_BEGAN = Pattern.compile(" \\(start marker at .*?]\\)");

    private static final JsonFactory JSON = new JsonFactory();

    /** Empty where the text is one JSON value. */
    public static Optional<JsonProblem> of(String text) {
        try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), text)) {
            if (parser.nextToken() == null) {
                return Optional.of(new JsonProblem(0, 1, 1, "There is no value."));
            }
            parser.skipChildren();
            return parser.nextToken() == null
                    ? Optional.empty()
                    : Optional.of(at(parser.currentTokenLocation(), "There is something after the value."));
        } catch (JacksonException invalid) {
            var words = invalid.getOriginalMessage();
            return Optional.of(at(
                    invalid.getLocation(),
                    words == null
                            ? "This is not JSON."
                            : WHERE_IT_BEGAN.matcher(words).replaceAll("")));
        }
    }

    private static JsonProblem at(TokenStreamLocation place, String words) {
        return new JsonProblem(
                (int) Math.max(0, place.getCharOffset()),
                Math.max(1, place.getLineNr()),
                Math.max(1, place.getColumnNr()),
                words);
    }
}
