package vivarium.server;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;
import vivarium.journal.Header;

/**
 * How a replayed request says which exchange it repeats: a header field with a secret of this process, which is taken off before the
 * request is recorded or handed on. With a wrong secret it is a field like any other. Any thread.
 */
public final class ReplayMark {
    /** The field's name. */
    public static final String NAME = "Vivarium-Replay";

    private static final int SECRET_BYTES = 16;
    private static final Pattern SAID = Pattern.compile("(\\d{1,18}) ?([\\w.*+%-]*)");

    private final String secret;

    ReplayMark() {
        var bytes = new byte[SECRET_BYTES];
        new SecureRandom().nextBytes(bytes);
        secret = HexFormat.of().formatHex(bytes);
    }

    /** The field for a replay of the exchange with this number. */
    public Header header(long origin) {
        return header(secret, origin, "");
    }

    /**
     * The field of a server with this secret, which a file told.
     *
     * @param stop what the debugger is to stop the replay at, see {@link vivarium.debug.TriggerText}; empty for nothing
     */
    public static Header header(String secret, long origin, String stop) {
        return new Header(
                NAME, (secret + " " + origin + " " + URLEncoder.encode(stop, StandardCharsets.UTF_8)).strip());
    }

    /** What may be told to programs of the same user, so that they can replay. */
    public String secret() {
        return secret;
    }

    /**
     * What a request says that repeats another.
     *
     * @param origin the exchange that is repeated; 0 where it is no replay
     * @param stop what the debugger is to stop it at; empty for nothing
     */
    record Mark(long origin, String stop) {
        static final Mark NONE = new Mark(0, "");
    }

    /** What a field says; {@link Mark#NONE} where it is not one of ours. */
    Mark read(Header header) {
        if (!header.name().equals(NAME) || !header.value().startsWith(secret + " ")) {
            return Mark.NONE;
        }
        var said = SAID.matcher(header.value().substring(secret.length() + 1));
        return said.matches()
                ? new Mark(Long.parseLong(said.group(1)), URLDecoder.decode(said.group(2), StandardCharsets.UTF_8))
                : Mark.NONE;
    }

    /** What the fields of a request say. */
    Mark read(List<Header> headers) {
        for (Header header : headers) {
            Mark mark = read(header);
            if (mark.origin() != 0) {
                return mark;
            }
        }
        return Mark.NONE;
    }
}
