package vivarium.journal;

import java.util.List;

/**
 * Something that was observed. Events are immutable and are never altered after they were appended.
 *
 * <p>{@code at} is the journal's clock: nanoseconds since the journal was opened, monotonic ({@link Journal#now()}).
 * {@code exchange} is the number of the exchange that the event belongs to, from 1, or 0 where it belongs to none.
 */
public sealed interface Event {
    /** Nanoseconds since the journal was opened. */
    long at();

    /** The exchange that this belongs to, or 0. */
    long exchange();

    /**
     * A request's head has arrived.
     *
     * @param origin the exchange that this one replays, or 0
     */
    record RequestStarted(long at, long exchange, RequestHead request, long origin) implements Event {}

    /** The application is about to be called with this environ, on this thread. */
    record ApplicationEntered(long at, long exchange, String thread, Environ environ) implements Event {}

    /**
     * The application has read from {@code wsgi.input}.
     *
     * @param call what it called, for example {@code read(100)} or {@code readline()}
     * @param data what it got; empty at the end of the input
     */
    record InputRead(long at, long exchange, String call, Bytes data) implements Event {}

    /** {@code start_response} was called, or, where the application never got that far, the server answered for it. */
    record ResponseStarted(long at, long exchange, String status, List<Header> headers) implements Event {}

    /** A part of the response's body was given to the client. */
    record ChunkWritten(long at, long exchange, Bytes data) implements Event {}

    /**
     * A line of the error log, or a line that the application printed.
     *
     * @param text without the line's end; an entry that belongs together, such as a traceback, is one line with line feeds
     */
    record LogLine(long at, long exchange, LogLevel level, LogStream stream, String thread, String text)
            implements Event {
        /**
         * Whether it tells of something that went wrong. What is only written to {@code wsgi.errors} or standard error has the level
         * of its stream whatever it says: it counts where it holds a traceback.
         */
        public boolean isError() {
            boolean written = stream == LogStream.WSGI_ERRORS || stream == LogStream.STDERR;
            return level.compareTo(LogLevel.ERROR) >= 0
                    && (!written || text.contains("Traceback (most recent call last)"));
        }
    }

    /** An exception left the application. */
    record ExceptionRaised(long at, long exchange, PythonFailure failure) implements Event {}

    /** The exchange is over: the response was sent, or given up. */
    record ExchangeEnded(long at, long exchange, Outcome outcome) implements Event {}

    /**
     * The application was loaded, for the first time or anew.
     *
     * @param generation 1 for the first load, one more for each reload
     * @param nanos how long it took
     */
    record ApplicationLoaded(long at, String application, int generation, long nanos) implements Event {
        @Override
        public long exchange() {
            return 0;
        }
    }

    /** The application could not be loaded; where an older one was there, it serves on. */
    record ApplicationFailed(long at, String application, PythonFailure failure) implements Event {
        @Override
        public long exchange() {
            return 0;
        }
    }

    /** The stacks of all Python threads were taken; {@code text} is what was written to the dump file. */
    record StacksDumped(long at, String file, String text) implements Event {
        @Override
        public long exchange() {
            return 0;
        }
    }

    /**
     * A thread was stopped by the debugger.
     *
     * @param reason in words, for example {@code breakpoint 3}
     * @param line where, from 1; what is there has not been executed yet
     */
    record Paused(long at, long exchange, String thread, String reason, String file, int line, String function)
            implements Event {}

    /**
     * A thread that was paused goes on.
     *
     * @param how what the user wished, for example {@code step over} or {@code continue}
     * @param nanos how long it stood still
     */
    record Resumed(long at, long exchange, String thread, String how, long nanos) implements Event {}

    /**
     * The request was looked at closely while it ran.
     *
     * @param report what was seen, as a JSON object; {@code docs/session-format.md} describes it
     */
    record Examined(long at, long exchange, String report) implements Event {}

    /** A check has something to say about the exchange. */
    record FindingMade(long at, long exchange, Finding finding) implements Event {}

    /** The recorder could not keep up and dropped this many events, so that no request had to wait for it. */
    record EventsLost(long at, long count) implements Event {
        @Override
        public long exchange() {
            return 0;
        }
    }
}
