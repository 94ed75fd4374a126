package vivarium.app.inspect;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.URI;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vivarium.run.RunFile;

/** Where the application listens that requests are sent to: on this machine, whatever is asked for. */
final class LocalApplication {
    private LocalApplication() {}

    /** @param to what the user said; null for where the project is being served */
    static InetSocketAddress address(@Nullable URI to, Optional<RunFile> running) {
        if (to == null) {
            return running.map(run -> new InetSocketAddress(InetAddress.getLoopbackAddress(), run.port()))
                    .orElseThrow(
                            () -> new InspectException(
                                    "The project is not being served; serve it with Vivarium, or say with --to where it runs."));
        }
        var host = to.getHost();
        if (host == null || !"http".equals(to.getScheme())) {
            throw new InspectException("--to " + to + " is no address of an application; write http://127.0.0.1:8000.");
        }
        try {
            var address = InetAddress.getByName(host);
            if (!address.isLoopbackAddress() && NetworkInterface.getByInetAddress(address) == null) {
                throw new InspectException("--to " + to
                        + " is another machine; captured requests are sent to the application on this one alone.");
            }
            return new InetSocketAddress(address, to.getPort() < 0 ? 80 : to.getPort());
        } catch (IOException unknown) {
            throw new InspectException("--to " + to + ": there is no host " + host + "; write http://127.0.0.1:8000.");
        }
    }
}
