package vivarium.server;

import java.io.IOException;

/** The address cannot be listened on; the message says why and what to do. */
public final class PortInUseException extends IOException {
    private PortInUseException(String message, Throwable cause) {
        super(message, cause);
    }

    /** In words for the user. Java tells the reasons apart only by the operating system's text. */
    static PortInUseException of(ServerOptions options, Exception refused) {
        Throwable reason = refused.getCause() instanceof IOException inner ? inner : refused;
        String text = String.valueOf(reason.getMessage());
        String at = options.host() + ":" + options.port();
        if (text.contains("in use")) {
            return new PortInUseException(
                    "Port " + options.port() + " on " + options.host()
                            + " is in use, perhaps by another server: stop that, or choose another port with --port, or any"
                            + " free one with --port 0.",
                    refused);
        }
        if (text.contains("denied")) {
            return new PortInUseException(
                    "Listening on " + at + " is not permitted (" + text + "): choose a port above 1023 with --port.",
                    refused);
        }
        return new PortInUseException(
                options.host()
                        + " is no address of this machine to listen on: use --host 127.0.0.1, or one that it has.",
                refused);
    }
}
