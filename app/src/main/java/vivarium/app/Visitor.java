package vivarium.app;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Somebody with a browser. Blocks until there is an answer. */
final class Visitor {
    private final HttpClient browser =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI address;

    /** @param address the server's, with a slash at its end */
    Visitor(URI address) {
        this.address = address;
    }

    /** Asks for everything, one after the other. */
    void visit(Tour tour) throws IOException, InterruptedException {
        for (Tour.Visit visit : tour.visits()) {
            browser.send(request(visit), BodyHandlers.discarding());
        }
    }

    /** Asks for one thing, without waiting for the answer. */
    CompletableFuture<?> begin(Tour.Visit visit) {
        return browser.sendAsync(request(visit), BodyHandlers.discarding());
    }

    /** Leaves requests in the application, until the returned object is closed. */
    Lingering linger(Tour tour) throws IOException {
        Optional<CompletableFuture<?>> slow = tour.slow().map(this::begin);
        return new Lingering(
                slow,
                tour.upload().isPresent() ? Optional.of(upload(tour.upload().get())) : Optional.empty());
    }

    private HttpRequest request(Tour.Visit visit) {
        var request = HttpRequest.newBuilder(address.resolve(visit.path()));
        return visit.body().isEmpty()
                ? request.GET().build()
                : request.header("Content-Type", visit.type())
                        .method(visit.method(), BodyPublishers.ofString(visit.body()))
                        .build();
    }

    private Upload upload(Tour.Visit visit) throws IOException {
        String body = visit.body();
        int half = body.length() / 2;
        var socket = new Socket(address.getHost(), address.getPort());
        String head = visit.method() + " /" + visit.path() + " HTTP/1.1\r\nHost: " + address.getAuthority()
                + "\r\nContent-Type: " + visit.type() + "\r\nContent-Length: "
                + body.getBytes(StandardCharsets.UTF_8).length
                + "\r\nConnection: close\r\n\r\n";
        socket.getOutputStream().write(head.getBytes(StandardCharsets.ISO_8859_1));
        socket.getOutputStream().write(body.substring(0, half).getBytes(StandardCharsets.UTF_8));
        return new Upload(socket, body.substring(half));
    }

    /** A body of which a half has been sent. */
    private record Upload(Socket socket, String rest) {
        void finish() throws IOException {
            try (socket) {
                socket.getOutputStream().write(rest.getBytes(StandardCharsets.UTF_8));
                socket.getInputStream().readAllBytes();
            }
        }
    }

    /** Requests that are not over. Closing waits for their ends. */
    record Lingering(Optional<CompletableFuture<?>> slow, Optional<Upload> upload) implements AutoCloseable {
        @Override
        public void close() throws IOException {
            if (upload.isPresent()) {
                upload.get().finish();
            }
            slow.ifPresent(CompletableFuture::join);
        }
    }
}
