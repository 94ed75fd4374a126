package vivarium.filter;

/**
 * A word of a filter, and where it stands.
 *
 * @param name the name of a {@link Kind#TERM}, or what follows the tilde of a {@link Kind#TILDE}; else empty
 * @param operator of a {@link Kind#TERM}, for example {@code >=}; else empty
 * @param value of a {@link Kind#TERM} or {@link Kind#WORD}, without quotes
 * @param quoted whether the value was in quotes
 * @param valueFrom where the value begins
 */
record Token(Kind kind, String name, String operator, String value, boolean quoted, int from, int valueFrom, int to) {
    enum Kind {
        OPEN,
        CLOSE,
        AND,
        OR,
        NOT,
        /** {@code name:value}, also with other operators. */
        TERM,
        /** {@code ~x}. */
        TILDE,
        /** Text alone. */
        WORD,
        END
    }
}
