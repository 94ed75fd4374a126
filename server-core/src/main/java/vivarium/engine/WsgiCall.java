package vivarium.engine;

import org.jspecify.annotations.Nullable;
import vivarium.journal.Finding;
import vivarium.journal.LogLevel;
import vivarium.journal.LogStream;
import vivarium.journal.PythonFailure;
import vivarium.journal.RequestHead;

/**
 * One request as an engine sees it: what the agent's gateway asks for and what it has to say.
 *
 * <p>Implemented by the server. All methods are called on the request's own thread, except where the application hands
 * {@code start_response}, {@code write}, {@code wsgi.input} or {@code wsgi.errors} to a thread of its own; never two at once.
 * Bytes of the request's body travel as ISO-8859-1 text, the one form in which they reach GraalPy in bulk.
 */
public interface WsgiCall {
    /** The number of the exchange, from 1. */
    long exchange();

    /** The request's head as it arrived. */
    RequestHead head();

    /** The exchange that this one replays, or 0. */
    long origin();

    /** Keys and values of the environ, alternating, joined by NUL, which none of them holds. */
    String environ();

    /**
     * Reads from the body until {@code size} bytes are there or it ends; blocks.
     *
     * @param label what the application called, for the journal; empty for a further part of the same call
     * @return the bytes as ISO-8859-1, empty at the end; null when the connection gave no more, see {@link #problem()}
     */
    @Nullable
    String read(int size, String label);

    /** Reads up to and with the next line feed, at most {@code size} bytes (−1: any number); otherwise as {@link #read}. */
    @Nullable
    String readLine(int size, String label);

    /** Why the last read or write failed, in words for the application's author. */
    String problem();

    /** {@code start_response} was called. {@code headers} alternates names and values, joined by NUL; empty for none. */
    void start(String status, String headers);

    /** Gives the client these bytes and returns when they are on their way; false when the client has gone away. */
    boolean write(byte[] chunk);

    /** As {@link #write} for a body that consists of this chunk alone; the body is complete. */
    boolean writeAll(byte[] chunk);

    /** The body is complete. */
    void finish();

    /** The client went away while the response was made. */
    void gone();

    /** An exception left the application. */
    void failed(PythonFailure failure);

    /** Whether the request is to be looked at closely, which makes it many times slower. */
    boolean examine();

    /** What a close look has seen, as JSON; called once, after the response is complete. */
    void examined(String report);

    /** The gateway noticed something about the application that is worth a look. */
    void found(Finding finding);

    /** The application wrote these lines, to {@code wsgi.errors} or through a logging handler that ends there. */
    void log(LogLevel level, LogStream stream, String text);
}
