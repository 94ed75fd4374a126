package vivarium.filter;

/**
 * Something that could be written.
 *
 * @param from where the text begins that it takes the place of
 * @param to where that ends
 * @param text what to write there
 * @param meaning in a few words, for the list
 */
public record Completion(int from, int to, String text, String meaning) {
    /** The whole filter with this in it. */
    public String applied(String filter) {
        return filter.substring(0, from) + text + filter.substring(to);
    }
}
