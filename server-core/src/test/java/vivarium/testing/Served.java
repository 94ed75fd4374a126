package vivarium.testing;

import java.io.IOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import vivarium.server.Capture;
import vivarium.server.ServerOptions;
import vivarium.server.WsgiServer;

/**
 * A server on a free port with {@code application} of one Python module, for all tests of a class: a
 * {@code @RegisterExtension static final} field. The journal is empty when a test begins.
 */
public final class Served implements BeforeAllCallback, BeforeEachCallback, AfterAllCallback {
    private final String module;
    private final ServerOptions options;
    private @Nullable PythonFixture python;
    private @Nullable WsgiServer server;
    private @Nullable Capture capture;

    private Served(String module, ServerOptions options) {
        this.module = module;
        this.options = options;
    }

    /** With the default options. */
    public static Served module(String module) {
        return new Served(module, ServerOptions.defaults());
    }

    /** The same, served like this. */
    public Served with(ServerOptions other) {
        return new Served(module, other);
    }

    @Override
    public void beforeAll(ExtensionContext context) throws IOException {
        python = PythonFixture.of(context);
        python.load(module, options.threads());
        capture = new Capture(options.capture());
        server = new WsgiServer(options, "application", python.engine(), python.journal(), capture);
        server.start();
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        // A client has its answer before the request is over: nothing of an earlier test is left to happen.
        server().whileIdle(Duration.ofMinutes(1), journal()::clear);
    }

    @Override
    public void afterAll(ExtensionContext context) {
        server().close();
    }

    /** What happened since the test began. */
    public MemoryJournal journal() {
        return python().journal();
    }

    /** The Python that runs the application. */
    public PythonFixture python() {
        return there(python);
    }

    /** The server. */
    public WsgiServer server() {
        return there(server);
    }

    /** What the server records, and how closely. */
    public Capture capture() {
        return there(capture);
    }

    /** A new connection. */
    public Wire connect() {
        return Wire.to(server().port());
    }

    /** Sends bytes as they are, then end of file; everything that came back, as {@link Wire#shown}. */
    public String send(String bytes) {
        try (Wire wire = connect()) {
            return Wire.shown(wire.send(bytes).sendEnd().rest());
        }
    }

    /** As {@link #send} for a text block with the lines of a request. */
    public String request(String lines) {
        return send(Wire.http(lines));
    }

    /** The body of the answer to {@code GET} of this target. */
    public String get(String target) {
        String answer = request("GET " + target + " HTTP/1.1\nHost: here\nConnection: close\n\n");
        return answer.substring(answer.indexOf("\n\n") + 2);
    }

    private static <T> T there(@Nullable T thing) {
        if (thing == null) {
            throw new IllegalStateException("only while tests run");
        }
        return thing;
    }
}
