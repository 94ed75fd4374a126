package vivarium.server;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.OptionalLong;
import vivarium.journal.Header;

/**
 * How a replayed request says which exchange it repeats: a header field with a secret of this process, which is taken off before the
 * request is recorded or handed on. With a wrong secret it is a field like any other. Any thread.
 */
public final class ReplayMark {
    /** The field's name. */
    public static final String NAME = "Vivarium-Replay";

    private static final int SECRET_BYTES = 16;

    private final String secret;

    ReplayMark() {
        var bytes = new byte[SECRET_BYTES];
        new SecureRandom().nextBytes(bytes);
        secret = HexFormat.of().formatHex(bytes);
    }

    /** The field for a replay of the exchange with this number. */
    public Header header(long origin) {
        return header(secret, origin);
    }

    /** The field of a server with this secret, which a file told. */
    public static Header header(String secret, long origin) {
        return new Header(NAME, secret + " " + origin);
    }

    /** What may be told to programs of the same user, so that they can replay. */
    public String secret() {
        return secret;
    }

    /** The exchange that is repeated; empty where the field is not one of ours. */
    OptionalLong origin(Header header) {
        if (!header.name().equals(NAME) || !header.value().startsWith(secret + " ")) {
            return OptionalLong.empty();
        }
        var number = header.value().substring(secret.length() + 1);
        return number.matches("\\d{1,18}") ? OptionalLong.of(Long.parseLong(number)) : OptionalLong.empty();
    }

    /** Of all fields, the one of ours; 0 where there is none. */
    long origin(List<Header> headers) {
        for (var header : headers) {
            var origin = origin(header);
            if (origin.isPresent()) {
                return origin.getAsLong();
            }
        }
        return 0;
    }
}
