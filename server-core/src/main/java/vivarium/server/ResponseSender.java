package vivarium.server;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.function.Consumer;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpHeaderValue;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.http.HttpVersion;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.jspecify.annotations.Nullable;
import vivarium.journal.Header;

/**
 * Sends one response through Jetty and keeps it to the rules of HTTP: no body where there is none, and not a byte more than
 * {@code Content-Length} announced. Blocks while the client is slow. For one thread at a time.
 */
final class ResponseSender {
    private static final ByteBuffer NOTHING = ByteBuffer.allocate(0);
    private static final byte[] NONE = new byte[0];
    private static final long UNKNOWN = -1;

    private final Request request;
    private final Response response;
    private final Consumer<String> complaints;

    private @Nullable ResponseHead head;
    private boolean committed;
    private boolean bodyAllowed = true;
    private long announced = UNKNOWN;
    private long written;
    private boolean complained;

    /** @param complaints hears, at most once, what was wrong with the application's body */
    ResponseSender(Request request, Response response, Consumer<String> complaints) {
        this.request = request;
        this.response = response;
        this.complaints = complaints;
    }

    /** What goes out before the first chunk; replaces a head that has not gone out. */
    void head(ResponseHead next) {
        head = next;
    }

    /** Whether the head has gone out. */
    boolean committed() {
        return committed;
    }

    /** Lets the head say how long the whole body is, where the application did not. */
    void announce(long length) {
        if (!committed && head != null && head.announced() == UNKNOWN) {
            head = head.withLength(length);
        }
    }

    /**
     * Hands the client a part of the body, and the head before it.
     *
     * @return what of it went out
     * @throws IOException when the client has gone away
     */
    byte[] send(byte[] chunk) throws IOException {
        commit();
        byte[] allowed = allowed(chunk);
        write(allowed, false);
        return allowed;
    }

    /** As {@link #send} for the last part. The response is whole after it unless {@link #missing} says otherwise. */
    byte[] sendLast(byte[] chunk) throws IOException {
        commit();
        byte[] allowed = allowed(chunk);
        write(allowed, missing() <= 0 && !interim());
        return allowed;
    }

    /** How many of the announced bytes have not come; 0 or less where nothing was announced. */
    long missing() {
        return bodyAllowed && announced != UNKNOWN ? announced - written : 0;
    }

    /** Whether the status was an interim one: the client of such a response still waits for another. */
    boolean interim() {
        return head != null && head.code() < 200;
    }

    private void write(byte[] bytes, boolean last) throws IOException {
        try {
            Content.Sink.write(response, last, buffer(bytes));
        } catch (IllegalStateException over) {
            throw new IOException(over);
        }
    }

    private ByteBuffer buffer(byte[] bytes) {
        if (bytes.length == 0) {
            return NOTHING.slice();
        }
        return announced == UNKNOWN ? Http1Generator.chunk(bytes) : ByteBuffer.wrap(bytes);
    }

    private byte[] allowed(byte[] chunk) {
        if (!bodyAllowed) {
            if (chunk.length > 0 && !head()) {
                complain("a response with status " + response.getStatus()
                        + " has no body; the application's was dropped");
            }
            return NONE;
        }
        byte[] allowed = chunk;
        if (announced != UNKNOWN && written + chunk.length > announced) {
            complain("the response is longer than its Content-Length of " + announced + " bytes; the rest was cut off");
            allowed = Arrays.copyOf(chunk, (int) (announced - written));
        }
        written += allowed.length;
        return allowed;
    }

    private void complain(String what) {
        if (!complained) {
            complained = true;
            complaints.accept(what);
        }
    }

    private void commit() {
        if (committed || head == null) {
            return;
        }
        committed = true;
        response.setStatus(head.code());
        if (!head.reason().equals(HttpStatus.getMessage(head.code()))) {
            Http1Generator.reason(response, head.reason());
        }
        for (Header header : head.sendable()) {
            if (ours(header.name())) {
                response.getHeaders().put(header.name(), header.value());
            } else {
                response.getHeaders().add(header.name(), header.value());
            }
        }
        announced = head.announced();
        bodyAllowed = head.bodyAllowed() && !head();
        if (head.bodyAllowed()
                && announced == UNKNOWN
                && request.getConnectionMetaData().getHttpVersion() == HttpVersion.HTTP_1_1) {
            // Also where the connection ends with the response: its client could not tell that it was broken off.
            response.getHeaders().put(HttpHeader.TRANSFER_ENCODING, HttpHeaderValue.CHUNKED);
        }
    }

    private boolean head() {
        return HttpMethod.HEAD.is(request.getMethod());
    }

    /** Whether the server has said this already and the application knows better. */
    private static boolean ours(String name) {
        return name.equalsIgnoreCase("Server") || name.equalsIgnoreCase("Date");
    }
}
