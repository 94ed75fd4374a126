package vivarium.replay;

import java.util.Locale;

/** How a request is sent again. */
public enum Manner {
    AS_CAPTURED("as captured"),
    AS_HEAD("with the method HEAD"),
    CHUNKED("with a chunked body"),
    BYTE_BY_BYTE("one byte at a time"),
    CUT_OFF("cut off in its body"),
    WRONG_LENGTH("with a length too large"),
    WITHOUT_COOKIES("without cookies"),
    IF_NONE_MATCH("with If-None-Match");

    private final String about;

    Manner(String about) {
        this.about = about;
    }

    /** In a few words. */
    public String about() {
        return about;
    }

    /** As it is written on the command line, for example {@code byte-by-byte}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
