package vivarium.replay;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import vivarium.compare.Comparing;
import vivarium.compare.Comparison;
import vivarium.compare.Comparison.Part;
import vivarium.compare.Difference;
import vivarium.compare.IgnoreRules;
import vivarium.exchange.Captured;

/**
 * How one response is like another, but for what the rules leave out.
 *
 * @param status whether the status is the same
 * @param headers the names of the fields that are not
 * @param body in how many places the body is not
 */
public record Likeness(boolean status, List<String> headers, int body) {
    /** Fields of a connection: they are on the wire, and not in what the application gave. */
    private static final Set<String> SERVERS_OWN = Set.of("connection", "keep-alive", "transfer-encoding");

    public Likeness {
        headers = List.copyOf(headers);
    }

    /** How the second one's response is like the first one's. Blocks for as long as comparing takes. */
    public static Likeness of(Captured before, Captured after, IgnoreRules rules) {
        var sections = Comparing.compare(before, after, rules).sections();
        return new Likeness(
                differences(sections, Part.STATUS).isEmpty(),
                differences(sections, Part.RESPONSE_HEADERS).stream()
                        .map(Difference::where)
                        .filter(name -> !SERVERS_OWN.contains(name))
                        .toList(),
                differences(sections, Part.RESPONSE_BODY).size());
    }

    private static List<Difference> differences(List<Comparison.Section> sections, Part part) {
        return sections.stream()
                .filter(section -> section.part() == part)
                .flatMap(section -> section.differences().stream())
                .toList();
    }

    /** Whether status and body are the same: what a user would notice. */
    public boolean sameAnswer() {
        return status && body == 0;
    }

    /** Whether nothing differs. */
    public boolean same() {
        return sameAnswer() && headers.isEmpty();
    }

    /** What differs, for example {@code status, response body}; empty where nothing does. */
    public String words() {
        var words = new ArrayList<String>();
        if (!status) {
            words.add(Part.STATUS.label());
        }
        if (!headers.isEmpty()) {
            words.add(Part.RESPONSE_HEADERS.label());
        }
        if (body > 0) {
            words.add(Part.RESPONSE_BODY.label());
        }
        return String.join(", ", words);
    }
}
