package vivarium.console;

/** Some text of the console; lines may be cut anywhere. */
public record Piece(Origin origin, String text) {
    /** Who wrote it. */
    public enum Origin {
        /** The application, to standard output. */
        OUTPUT,
        /** The user: the echo of what was typed. */
        INPUT,
        /** The console itself, for example on output that nobody took in time. */
        NOTE
    }
}
