package vivarium.server;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;
import vivarium.check.Answer;
import vivarium.check.Checks;
import vivarium.engine.WsgiCall;
import vivarium.journal.Bytes;
import vivarium.journal.Environ;
import vivarium.journal.ErrorLog;
import vivarium.journal.Event;
import vivarium.journal.Finding;
import vivarium.journal.Header;
import vivarium.journal.Journal;
import vivarium.journal.LogLevel;
import vivarium.journal.LogStream;
import vivarium.journal.Outcome;
import vivarium.journal.PythonFailure;
import vivarium.journal.RequestHead;

/**
 * One exchange in the making: carries the request to the engine and the response to Jetty, keeps the response to the rules of
 * HTTP, and tells the journal.
 */
final class ServerCall implements WsgiCall {
    private static final byte[] NOTHING = new byte[0];
    private static final String CLIENT_CLOSED = "client connection closed";

    private final long exchange;
    private final long origin;
    private final RequestHead head;
    private final Environ environ;
    private final RequestBody body;
    private final InputLedger ledger;
    private final ResponseSender sender;
    private final Callback callback;
    private final boolean examine;
    private final Journal journal;
    private final ErrorLog log;

    private @Nullable UnreadableBodyException unreadable;
    private @Nullable Outcome outcome;
    private String problem = "";
    private @Nullable ResponseHead given;
    private @Nullable PythonFailure failure;
    private long chunks;
    private long offered;
    private long read;

    /**
     * @param origin the exchange that this one replays, or 0
     * @param examine whether the request is looked at closely
     * @param journal gets the exchange's events; one that forgets them where capture is off
     */
    ServerCall(
            long exchange,
            long origin,
            RequestHead head,
            Environ environ,
            RequestBody body,
            Request request,
            Response response,
            Callback callback,
            boolean examine,
            Journal journal,
            ErrorLog log) {
        this.exchange = exchange;
        this.origin = origin;
        this.head = head;
        this.environ = environ;
        this.body = body;
        this.callback = callback;
        this.examine = examine;
        this.journal = journal;
        this.log = log;
        this.ledger = new InputLedger(exchange, journal);
        this.sender = new ResponseSender(request, response, this::complain);
    }

    @Override
    public long exchange() {
        return exchange;
    }

    @Override
    public RequestHead head() {
        return head;
    }

    @Override
    public long origin() {
        return origin;
    }

    @Override
    public String environ() {
        var text = new StringBuilder(1024);
        for (String part : environ.strings()) {
            text.append(part).append('\0');
        }
        for (String part : environ.numbers()) {
            text.append(part).append('\0');
        }
        text.setLength(text.length() - 1);
        return text.toString();
    }

    @Override
    public @Nullable String read(int size, String label) {
        try {
            return taken(label, body.read(size));
        } catch (UnreadableBodyException broken) {
            return unreadable(broken);
        }
    }

    @Override
    public @Nullable String readLine(int size, String label) {
        try {
            return taken(label, body.readLine(size));
        } catch (UnreadableBodyException broken) {
            return unreadable(broken);
        }
    }

    private String taken(String label, byte[] bytes) {
        ledger.took(label, bytes);
        read += bytes.length;
        return new String(bytes, ISO_8859_1);
    }

    private @Nullable String unreadable(UnreadableBodyException broken) {
        unreadable = broken;
        problem = Objects.requireNonNull(broken.getMessage());
        log.write(exchange, LogLevel.INFO, LogStream.SERVER, problem);
        return null;
    }

    @Override
    public String problem() {
        return problem;
    }

    @Override
    public void start(String status, String headers) {
        ledger.settle();
        ResponseHead started = ResponseHead.of(status, headers);
        given = started;
        sender.head(started);
        journal.append(new Event.ResponseStarted(journal.now(), exchange, status, started.headers()));
    }

    @Override
    public boolean write(byte[] chunk) {
        return send(chunk, false);
    }

    @Override
    public boolean writeAll(byte[] chunk) {
        sender.announce(chunk.length);
        return send(chunk, true) && complete();
    }

    @Override
    public void finish() {
        if (outcome != null) {
            return;
        }
        if (!head.method().equals("HEAD")) {
            sender.announce(0);
        }
        if (!send(NOTHING, true)) {
            gone();
        } else if (sender.missing() > 0) {
            breakOff("the response is " + sender.missing() + " bytes shorter than its Content-Length");
        } else {
            complete();
        }
    }

    /** Says false when the client has gone away. */
    private boolean send(byte[] chunk, boolean last) {
        ledger.settle();
        if (outcome != null) {
            return false;
        }
        if (chunk.length > 0) {
            chunks++;
            offered += chunk.length;
        }
        try {
            byte[] sent = last ? sender.sendLast(chunk) : sender.send(chunk);
            if (sent.length > 0) {
                journal.append(new Event.ChunkWritten(journal.now(), exchange, Bytes.of(sent)));
            }
            return true;
        } catch (IOException gone) {
            problem = CLIENT_CLOSED;
            return false;
        }
    }

    private void complain(String what) {
        log.write(exchange, LogLevel.ERROR, LogStream.SERVER, what);
    }

    private boolean complete() {
        if (sender.interim()) {
            breakOff("a status of 1xx is no answer yet");
        } else {
            outcome = Outcome.COMPLETE;
        }
        return true;
    }

    private void breakOff(String why) {
        complain(why + "; the connection is closed so that the client notices");
        abort(Outcome.BROKEN_OFF, why);
    }

    @Override
    public void gone() {
        if (outcome == null) {
            log.write(exchange, LogLevel.INFO, LogStream.SERVER, CLIENT_CLOSED);
            abort(Outcome.CLIENT_GONE, CLIENT_CLOSED);
        }
    }

    private void abort(Outcome how, String why) {
        outcome = how;
        callback.failed(new IOException(why));
    }

    @Override
    public void failed(PythonFailure raised) {
        failure = raised;
        ledger.settle();
        journal.append(new Event.ExceptionRaised(journal.now(), exchange, raised));
        log.write(
                exchange,
                LogLevel.ERROR,
                LogStream.SERVER,
                "Exception while serving " + head.method() + " " + head.target() + "\n" + raised.traceback());
        if (outcome != null) {
            return;
        }
        if (sender.committed()) {
            abort(Outcome.BROKEN_OFF, "the application failed after it had started its response");
        } else if (unreadable != null && raised.message().equals(unreadable.getMessage())) {
            int status = unreadable.status();
            answer(status + " " + HttpStatus.getMessage(status), ErrorPage.of(problem, head));
        } else {
            answer("500 Internal Server Error", ErrorPage.of(raised, environ, head));
        }
    }

    /** Answers in the application's place, where nothing was sent yet. */
    void answer(String status, ErrorPage page) {
        given = null;
        byte[] bytes = page.text().getBytes(UTF_8);
        List<Header> headers = List.of(
                new Header("Content-Type", page.type()), new Header("Content-Length", Integer.toString(bytes.length)));
        sender.head(new ResponseHead(status, headers));
        journal.append(new Event.ResponseStarted(journal.now(), exchange, status, headers));
        if (send(bytes, true)) {
            complete();
        } else {
            gone();
        }
    }

    /** Gives up on the application: it will not be heard of again. */
    void abandon(String why) {
        if (outcome == null) {
            complain(why);
            if (sender.committed()) {
                abort(Outcome.BROKEN_OFF, why);
            } else {
                answer("500 Internal Server Error", ErrorPage.of(why, head));
            }
        }
    }

    /** Ends the exchange: the application has returned, and what it left open was closed. */
    void end() {
        abandon("The request was ended before the application had answered it.");
        ledger.settle();
        Outcome how = Objects.requireNonNull(outcome);
        check();
        journal.append(new Event.ExchangeEnded(journal.now(), exchange, how));
        if (how == Outcome.COMPLETE) {
            // Only now may the connection's next request begin.
            callback.succeeded();
        }
    }

    private void check() {
        boolean complete = failure == null && outcome != Outcome.CLIENT_GONE && given != null;
        var answer = new Answer(
                head,
                given == null ? 0 : given.code(),
                given == null ? List.of() : given.headers(),
                chunks,
                offered,
                read,
                complete,
                Optional.ofNullable(failure));
        Checks.of(answer).forEach(this::found);
    }

    @Override
    public boolean examine() {
        return examine;
    }

    @Override
    public void examined(String report) {
        journal.append(new Event.Examined(journal.now(), exchange, report));
    }

    @Override
    public void found(Finding finding) {
        journal.append(new Event.FindingMade(journal.now(), exchange, finding));
    }

    @Override
    public void log(LogLevel level, LogStream stream, String text) {
        log.write(exchange, level, stream, text);
    }
}
