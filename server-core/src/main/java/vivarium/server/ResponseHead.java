package vivarium.server;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import vivarium.journal.Header;

/** What {@code start_response} was given. The agent has checked it against PEP 3333 before. */
record ResponseHead(String status, List<Header> headers) {
    /** @param flat names and values, alternating, joined by NUL */
    static ResponseHead of(String status, String flat) {
        List<Header> headers = new ArrayList<>();
        if (!flat.isEmpty()) {
            String[] parts = flat.split("\0", -1);
            for (int i = 0; i + 1 < parts.length; i += 2) {
                headers.add(new Header(parts[i], parts[i + 1]));
            }
        }
        return new ResponseHead(status, headers);
    }

    int code() {
        return Integer.parseInt(status, 0, 3, 10);
    }

    /** What follows the code; may be empty (RFC 9112, section 4). */
    String reason() {
        return status.length() > 4 ? status.substring(4) : "";
    }

    /** The value of {@code Content-Length}, or −1. */
    long announced() {
        for (Header header : headers) {
            if (header.name().equalsIgnoreCase("Content-Length")) {
                return parse(header.value()).orElse(-1);
            }
        }
        return -1;
    }

    /** Whether a response with this status has a body at all (RFC 9110, sections 15.2, 15.3.5 and 15.4.5). */
    boolean bodyAllowed() {
        int code = code();
        return code >= 200 && code != 204 && code != 304;
    }

    /** The headers that may go out: no {@code Content-Length} with 1xx and 204 (RFC 9110, section 8.6). */
    List<Header> sendable() {
        int code = code();
        if (code >= 200 && code != 204) {
            return headers;
        }
        return headers.stream()
                .filter(header -> !header.name().equalsIgnoreCase("Content-Length"))
                .toList();
    }

    /** The same with a {@code Content-Length}, where the status allows one. */
    ResponseHead withLength(long length) {
        if (!bodyAllowed()) {
            return this;
        }
        List<Header> longer = new ArrayList<>(headers);
        longer.add(new Header("Content-Length", Long.toString(length)));
        return new ResponseHead(status, longer);
    }

    private static OptionalLong parse(String number) {
        try {
            return OptionalLong.of(Long.parseLong(number));
        } catch (NumberFormatException tooLong) {
            return OptionalLong.empty();
        }
    }
}
