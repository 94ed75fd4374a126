package vivarium.server;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jetty.http.HostPortHttpField;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpURI;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import vivarium.debug.Breakpoint;
import vivarium.debug.Breakpoints;
import vivarium.debug.TriggerText;
import vivarium.journal.Environ;
import vivarium.journal.ErrorLog;
import vivarium.journal.Event;
import vivarium.journal.Header;
import vivarium.journal.Journal;
import vivarium.journal.LogLevel;
import vivarium.journal.LogStream;
import vivarium.journal.RequestHead;

/** Opens an exchange for each request that Jetty has read the head of, and hands it to the request threads. */
final class WsgiHandler extends Handler.Abstract.NonBlocking {
    private final ServerOptions options;
    private final RequestThreads threads;
    private final Journal journal;
    private final Journal forgetful;
    private final Capture capture;
    private final Breakpoints breakpoints;
    private final ErrorLog log;
    private final EnvironBuilder environs;

    WsgiHandler(
            ServerOptions options,
            String callable,
            Map<String, String> constants,
            RequestThreads threads,
            Journal journal,
            Capture capture,
            Breakpoints breakpoints,
            ErrorLog log) {
        this.options = options;
        this.threads = threads;
        this.journal = journal;
        this.forgetful = new Forgetful(journal);
        this.capture = capture;
        this.breakpoints = breakpoints;
        this.log = log;
        this.environs = new EnvironBuilder(
                options.passAuthorization(), Long.toString(Instant.now().getEpochSecond(), 36), callable, constants);
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        RequestTarget target;
        try {
            Admission.check(request, options.maxBody());
            target = RequestTarget.of(request.getHttpURI());
        } catch (RefusedException refused) {
            Response.writeError(request, response, callback, refused.status(), refused.getMessage());
            return true;
        }
        request.addIdleTimeoutListener(
                timeout -> false); // an application may think, or be debugged, as long as it likes
        EnvironBuilder.Arrival arrival = arrival(request);
        long exchange = capture.next();
        List<Header> headers = headers(request);
        ReplayMark.Mark mark = capture.replayMark().read(headers);
        long origin = mark.origin();
        if (origin != 0) {
            headers.removeIf(header -> capture.replayMark().read(header).origin() != 0);
            TriggerText.parse(mark.stop()).ifPresent(stop -> breakpoints.add(Breakpoint.inReplay(stop, origin)));
        }
        RequestHead head = head(request, target, arrival, headers);
        Journal exchanges = capture.on() ? journal : forgetful;
        exchanges.append(new Event.RequestStarted(journal.now(), exchange, head, origin));
        threads.submit(
                new Waiting(exchange, origin, head, target.path(), arrival, request, response, callback, exchanges));
        return true;
    }

    private static long micros() {
        Instant now = Instant.now();
        return now.getEpochSecond() * 1_000_000 + now.getNano() / 1000;
    }

    private static EnvironBuilder.Arrival arrival(Request request) {
        HttpURI uri = request.getHttpURI();
        return new EnvironBuilder.Arrival(
                Optional.ofNullable(uri.getHost()).orElse(""),
                authorityInsteadOfHost(request, uri),
                Request.getLocalAddr(request),
                Request.getLocalPort(request),
                Request.getRemoteAddr(request),
                Request.getRemotePort(request),
                micros());
    }

    /** The host of an absolute target counts more than the header (RFC 9112, section 3.2.2). */
    private static Optional<String> authorityInsteadOfHost(Request request, HttpURI uri) {
        boolean differs = request.getHeaders().getField(HttpHeader.HOST) instanceof HostPortHttpField host
                && !(host.getHost().equalsIgnoreCase(uri.getHost()) && port(host.getPort()) == port(uri.getPort()));
        return differs ? Optional.ofNullable(uri.getAuthority()) : Optional.empty();
    }

    private static int port(int number) {
        return number > 0 ? number : 80;
    }

    private static List<Header> headers(Request request) {
        List<Header> headers = new ArrayList<>();
        for (HttpField field : request.getHeaders()) {
            String value = field.getValue();
            headers.add(new Header(field.getName(), value == null ? "" : value));
        }
        return headers;
    }

    private static RequestHead head(
            Request request, RequestTarget target, EnvironBuilder.Arrival arrival, List<Header> headers) {
        String remote =
                arrival.remoteHost().indexOf(':') >= 0 ? "[" + arrival.remoteHost() + "]" : arrival.remoteHost();
        return new RequestHead(
                request.getMethod(),
                target.raw(),
                request.getConnectionMetaData().getHttpVersion().asString(),
                headers,
                remote + ":" + arrival.remotePort());
    }

    /** A request in the queue: everything that its thread will need. */
    private final class Waiting implements RequestThreads.Job {
        private final long exchange;
        private final long origin;
        private final RequestHead head;
        private final String path;
        private final EnvironBuilder.Arrival arrival;
        private final Request request;
        private final Response response;
        private final Callback callback;
        private final Journal exchanges;

        Waiting(
                long exchange,
                long origin,
                RequestHead head,
                String path,
                EnvironBuilder.Arrival arrival,
                Request request,
                Response response,
                Callback callback,
                Journal exchanges) {
            this.exchange = exchange;
            this.origin = origin;
            this.head = head;
            this.path = path;
            this.arrival = arrival;
            this.request = request;
            this.response = response;
            this.callback = callback;
            this.exchanges = exchanges;
        }

        @Override
        public ServerCall open(int thread) {
            for (Header header : head.headers()) {
                if (EnvironBuilder.refused(header.name())) {
                    log.write(
                            exchange,
                            LogLevel.INFO,
                            LogStream.SERVER,
                            "request header " + header.name()
                                    + " was kept from the application: its variable could pose as another");
                }
            }
            Environ environ = environs.build(exchange, thread, head, path, arrival);
            exchanges.append(new Event.ApplicationEntered(
                    journal.now(), exchange, Thread.currentThread().getName(), environ));
            var body = new RequestBody(Request.asInputStream(request), request.getLength() < 0, options.maxBody());
            return new ServerCall(
                    exchange,
                    origin,
                    head,
                    environ,
                    body,
                    request,
                    response,
                    callback,
                    capture.examining(),
                    exchanges,
                    log);
        }

        @Override
        public long now() {
            return journal.now();
        }
    }

    /** The journal of exchanges that are not recorded: the clock goes on, the events are forgotten. */
    private record Forgetful(Journal clock) implements Journal {
        @Override
        public long now() {
            return clock.now();
        }

        @Override
        public void append(Event event) {}
    }
}
