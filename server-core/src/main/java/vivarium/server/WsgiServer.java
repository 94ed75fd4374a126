package vivarium.server;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.util.Collection;
import org.eclipse.jetty.http.HttpCompliance;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import vivarium.engine.PythonEngine;
import vivarium.journal.ErrorLog;
import vivarium.journal.Journal;
import vivarium.journal.PythonFailure;

/**
 * Serves one application over HTTP/1.0 and 1.1.
 *
 * <p>Two kinds of threads: a few of Jetty's, which read heads and hold no idle connection, and exactly as many request threads
 * as the user asked for, each of which takes one request through the application.
 */
public final class WsgiServer implements AutoCloseable {
    /** {@code SERVER_SOFTWARE}, and the {@code Server} header where the application sends none. */
    public static final String SOFTWARE = "Vivarium/0.1.0";

    private static final int HEAD_BYTES = 16 * 1024;

    private final Server jetty;
    private final ServerConnector connector;
    private final RequestThreads threads;
    private final HttpConfiguration configuration = configuration();
    private final ServerOptions options;
    private final String callable;
    private final PythonEngine engine;
    private final Journal journal;
    private final Capture capture;
    private final ErrorLog log;
    private volatile int port;

    /**
     * @param callable the name of the application's callable, for the environ
     * @param journal gets the exchanges' events
     */
    public WsgiServer(ServerOptions options, String callable, PythonEngine engine, Journal journal) {
        this(options, callable, engine, journal, new Capture(options.capture()));
    }

    /**
     * As above, after and beside other servers that write to the same journal.
     *
     * @param capture numbers the exchanges, and says which are recorded
     */
    public WsgiServer(ServerOptions options, String callable, PythonEngine engine, Journal journal, Capture capture) {
        this.options = options;
        this.callable = callable;
        this.engine = engine;
        this.journal = journal;
        this.capture = capture;
        log = new ErrorLog(journal);
        threads = new RequestThreads(options.threads(), engine);
        var pool = new QueuedThreadPool(8, 2);
        pool.setName("http");
        pool.setReservedThreads(0);
        jetty = new Server(pool);
        jetty.setErrorHandler(new PlainErrors(log));
        connector = new ServerConnector(jetty, null, null, null, 1, 1, new Http1Generator.Connections(configuration));
        connector.setHost(options.host());
        connector.setPort(options.port());
        connector.setIdleTimeout(Duration.ofSeconds(60).toMillis());
        connector.setAcceptQueueSize(1024);
        jetty.addConnector(connector);
    }

    /** The version of Jetty. */
    public static String jettyVersion() {
        return Server.getVersion();
    }

    private static HttpConfiguration configuration() {
        var configuration = new HttpConfiguration();
        // Field names reach the journal with the case in which they were sent; an absolute target overrules the Host
        // header.
        configuration.setHttpCompliance(HttpCompliance.RFC9110.with(
                "Vivarium",
                HttpCompliance.Violation.CASE_SENSITIVE_FIELD_NAME,
                HttpCompliance.Violation.MISMATCHED_AUTHORITY));
        // The path is decoded by EnvironBuilder; what an application makes of "//" or "%2F" is its own affair.
        configuration.setUriCompliance(UriCompliance.UNSAFE);
        configuration.setHeaderCacheCaseSensitive(true);
        configuration.setRequestHeaderSize(HEAD_BYTES);
        configuration.setResponseHeaderSize(HEAD_BYTES);
        configuration.setMaxResponseHeaderSize(HEAD_BYTES * 4);
        configuration.setSendServerVersion(false);
        configuration.setSendDateHeader(true);
        configuration.setOutputAggregationSize(0);
        configuration.addCustomizer((request, headers) -> {
            headers.add("Server", SOFTWARE);
            return request;
        });
        return configuration;
    }

    /**
     * Opens the port. Who connects from now on is kept waiting until {@link #start}.
     *
     * @throws PortInUseException when the address cannot be listened on, with a message for the user
     */
    public void open() throws PortInUseException {
        try {
            connector.open();
            port = connector.getLocalPort();
        } catch (IOException | UnresolvedAddressException refused) {
            throw PortInUseException.of(options, refused);
        }
    }

    /** Begins to serve; opens the port where {@link #open} has not. The engine has been asked to load an application before. */
    public void start() throws IOException {
        open();
        jetty.setHandler(new WsgiHandler(
                options,
                callable,
                engine.environConstants(),
                threads,
                journal,
                capture,
                engine.debugger().breakpoints(),
                log));
        threads.start();
        try {
            jetty.start();
        } catch (Exception other) {
            throw new IOException("The server could not be started: " + other.getMessage(), other);
        }
    }

    /** The port that is listened on, or was. */
    public int port() {
        return port;
    }

    /** How replays name the exchange that they repeat. */
    public ReplayMark replayMark() {
        return capture.replayMark();
    }

    /** Whether other machines can reach the server. */
    public boolean exposed() {
        try {
            return !InetAddress.getByName(options.host()).isLoopbackAddress();
        } catch (UnknownHostException unknown) {
            return true;
        }
    }

    /** From now on every request is answered with this; empties with {@link #serveAgain()}. Any thread. */
    public void answerWith(PythonFailure notLoaded) {
        threads.notLoaded(notLoaded);
    }

    /** The application is there (again). Any thread. */
    public void serveAgain() {
        threads.loaded();
    }

    /** The requests that are in the application now. Any thread. */
    public Collection<ActiveRequest> activeRequests() {
        return threads.active();
    }

    /**
     * Runs this while no request is in the application; requests that arrive meanwhile wait.
     *
     * @param patience how long to wait for those that are in there; after that it is run all the same
     * @return whether the application was empty
     */
    public boolean whileIdle(Duration patience, Runnable work) {
        return threads.whileIdle(patience, work);
    }

    /** Accepts no more connections and waits for the requests in the application, at most that long; says whether all ended. */
    public boolean drain(Duration patience) {
        connector.close();
        configuration.setPersistentConnectionsEnabled(false); // an open connection may bring one more request
        return threads.drain(patience);
    }

    /** Closes every connection. Requests that still run find their client gone. */
    @Override
    public void close() {
        threads.close();
        try {
            jetty.setStopTimeout(0);
            jetty.stop();
        } catch (Exception ignored) {
            // Nothing is left to serve; a connection that does not close ends with the process.
        }
    }
}
