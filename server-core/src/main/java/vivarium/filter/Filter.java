package vivarium.filter;

import java.util.List;
import java.util.Optional;

/** Which exchanges are meant. {@link FilterLanguage} makes one from text; {@code docs/filter.md} describes each term. */
public sealed interface Filter {
    /** All of these hold; with none, every exchange is meant. */
    record And(List<Filter> terms) implements Filter {
        public And {
            terms = List.copyOf(terms);
        }
    }

    /** At least one of these holds. */
    record Or(List<Filter> terms) implements Filter {
        public Or {
            terms = List.copyOf(terms);
        }
    }

    /** This does not hold. */
    record Not(Filter term) implements Filter {}

    /** A fact of one text. An exchange that does not have it (no thread, no exception) is not meant. */
    record Text(Fact fact, TextMatch match) implements Filter {}

    /** A header field; without a name, the match is with {@code name: value}. */
    record HeaderField(Side side, Optional<String> name, TextMatch match) implements Filter {}

    /** The text of a body without its content codings. */
    record Body(Side side, TextMatch match) implements Filter {}

    /** A line of the error log or of what was printed. */
    record Log(TextMatch match) implements Filter {}

    /** A number from {@code least} to {@code most}, both included. */
    record Range(Quantity quantity, long least, long most) implements Filter {}

    /** Something that is so or not. */
    record Is(Flag flag) implements Filter {}

    /** Facts that are one text. */
    enum Fact {
        METHOD,
        /** The target up to the question mark, as sent. */
        PATH,
        /** What follows the question mark, as sent. */
        QUERY,
        /** The whole target, as sent. */
        TARGET,
        THREAD,
        /** The type of the exception that left the application; parts are also looked for in its message. */
        EXCEPTION,
        /** What the user noted. */
        COMMENT
    }

    /** Facts that are one number. */
    enum Quantity {
        ID,
        /** The status code. */
        STATUS,
        /** Bytes. */
        REQUEST_SIZE,
        /** Bytes. */
        RESPONSE_SIZE,
        /** Nanoseconds; a request that still runs has none. */
        DURATION,
        /** When the request's head arrived: milliseconds since 1970. */
        TIME,
        /** The exchange that this one replays. */
        ORIGIN
    }

    /** What is so or not. */
    enum Flag {
        MARKED,
        PINNED,
        REPLAYED,
        HAS_COMMENT,
        HAS_FINDING,
        HAS_EXCEPTION,
        HAS_RESPONSE
    }

    /** Which of the two messages. */
    enum Side {
        REQUEST,
        RESPONSE,
        EITHER
    }

    /** Every exchange. */
    static Filter all() {
        return new And(List.of());
    }
}
