package vivarium.server;

import java.io.IOException;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;
import vivarium.journal.ErrorLog;
import vivarium.journal.LogLevel;

/** Says in one line, to the client and in the error log, why a request never reached the application. */
final class PlainErrors extends ErrorHandler {
    private final ErrorLog log;

    PlainErrors(ErrorLog log) {
        this.log = log;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        Object reason = request.getAttribute(ErrorHandler.ERROR_EXCEPTION) instanceof IOException ours
                ? ours.getMessage()
                : request.getAttribute(ErrorHandler.ERROR_MESSAGE);
        String text =
                response.getStatus() + " " + (reason == null ? HttpStatus.getMessage(response.getStatus()) : reason);
        log.server(LogLevel.INFO, "a request from " + Request.getRemoteAddr(request) + " was refused: " + text);
        response.getHeaders()
                .put("Server", WsgiServer.SOFTWARE)
                .put("Content-Type", "text/plain; charset=utf-8")
                .put("Connection", "close");
        Content.Sink.write(response, true, text + "\n", callback);
        return true;
    }
}
