package vivarium.engine.embedded;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.graalvm.polyglot.HostAccess;
import org.graalvm.polyglot.io.ByteSequence;
import org.jspecify.annotations.Nullable;
import vivarium.engine.WsgiCall;
import vivarium.journal.Finding;
import vivarium.journal.LogLevel;
import vivarium.journal.LogStream;
import vivarium.journal.PythonFailure;

/** A {@link WsgiCall} with the face that the agent's gateway expects; only what is exported here is visible to Python. */
public final class HostCall {
    private final WsgiCall call;
    private final ThreadStates threads;
    private final Consumer<String> logged;
    private byte @Nullable [] whole;

    /** @param logged hears what was written to the error log, on the thread that wrote it */
    HostCall(WsgiCall call, ThreadStates threads, Consumer<String> logged) {
        this.call = call;
        this.threads = threads;
        this.logged = logged;
    }

    /** See {@link WsgiCall#read}. */
    @HostAccess.Export
    public @Nullable String read(int size, String label) {
        return call.read(size, label);
    }

    /** See {@link WsgiCall#readLine}. */
    @HostAccess.Export
    public @Nullable String readline(int size, String label) {
        return call.readLine(size, label);
    }

    /** See {@link WsgiCall#problem}. */
    @HostAccess.Export
    public String problem() {
        return call.problem();
    }

    /** See {@link WsgiCall#start}. */
    @HostAccess.Export
    public void start(String status, String headers) {
        call.start(status, headers);
    }

    /** See {@link WsgiCall#write}. */
    @HostAccess.Export
    public boolean write(ByteSequence chunk) {
        return call.write(chunk.toByteArray());
    }

    /** The body consists of this chunk alone; it is kept for {@link #send}, so that no Python waits for the client. */
    @HostAccess.Export
    public void write_all(ByteSequence chunk) {
        whole = chunk.toByteArray();
    }

    /** Sends what {@link #write_all} was given, if it was called. For the request's thread, when Python is done with it. */
    void send() {
        byte[] body = whole;
        if (body != null && !call.writeAll(body)) {
            call.gone();
        }
    }

    /** See {@link WsgiCall#finish}. */
    @HostAccess.Export
    public void finish() {
        call.finish();
    }

    /** See {@link WsgiCall#gone}. */
    @HostAccess.Export
    public void gone() {
        call.gone();
    }

    /** See {@link WsgiCall#failed}. */
    @HostAccess.Export
    public void failed(String type, String message, String traceback, String frames) {
        call.failed(failure(type, message, traceback, frames));
    }

    /** See {@link WsgiCall#examined}. */
    @HostAccess.Export
    public void examined(String report) {
        call.examined(report);
    }

    /** See {@link WsgiCall#found}. */
    @HostAccess.Export
    public void found(String rule, String message, String file, int line) {
        call.found(new Finding(rule, message, file, line));
    }

    /** See {@link WsgiCall#log}. */
    @HostAccess.Export
    public void log(String text) {
        int level = threads.loggingLevel();
        if (level > 0) {
            call.log(LogLevel.ofPython(level), LogStream.LOGGING, text);
        } else {
            call.log(LogLevel.ERROR, LogStream.WSGI_ERRORS, text);
        }
        logged.accept(text);
    }

    /** @param frames file, line, function and source of each, joined by NUL */
    static PythonFailure failure(String type, String message, String traceback, String frames) {
        String[] parts = frames.isEmpty() ? new String[0] : frames.split("\0", -1);
        List<PythonFailure.Frame> list = new ArrayList<>();
        for (int i = 0; i + 3 < parts.length; i += 4) {
            list.add(new PythonFailure.Frame(parts[i], Integer.parseInt(parts[i + 1]), parts[i + 2], parts[i + 3]));
        }
        return new PythonFailure(type, message, traceback, list);
    }
}
