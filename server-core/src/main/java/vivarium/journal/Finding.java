package vivarium.journal;

/**
 * What a check has to say about an exchange.
 *
 * @param rule which rule, in the words of the check that made it, for example {@code tiny-chunks}
 * @param message what is wrong here, in a sentence
 * @param file the file of the line that is to blame; empty where none is known
 * @param line from 1; 0 where none is known
 */
public record Finding(String rule, String message, String file, int line) {
    /** One without a place. */
    public static Finding of(String rule, String message) {
        return new Finding(rule, message, "", 0);
    }
}
