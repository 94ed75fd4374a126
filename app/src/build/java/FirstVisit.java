import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;

/** What somebody does who opens the guestbook for the first time. */
record FirstVisit(HttpClient browser, URI guestbook) {
    private static final int ROUNDS = 5;

    private static final List<String> PAGES = List.of(
            "",
            "?page=2",
            "static/style.css",
            "search?q=moth",
            "about",
            "files",
            "stream?delay=0",
            "countdown?from=2&delay=0",
            "api/entries",
            "nothing-here");

    static FirstVisit of(String address) {
        return new FirstVisit(
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build(), URI.create(address));
    }

    void run() throws IOException, InterruptedException {
        for (int round = 0; round < ROUNDS; round++) {
            for (String page : PAGES) {
                send(HttpRequest.newBuilder(guestbook.resolve(page)));
            }
            post("sign", "application/x-www-form-urlencoded", "name=Zo%C3%AB&message=hello&mood=%F0%9F%A6%8E");
            post("api/entries", "application/json", "{\"name\": \"a\", \"message\": \"b\"}");
            post("api/entries", "application/json", "not JSON");
            post(
                    "files",
                    "multipart/form-data; boundary=xyz",
                    "--xyz\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.txt\"\r\n"
                            + "Content-Type: text/plain\r\n\r\nhello\r\n--xyz--\r\n");
        }
    }

    private void post(String path, String type, String body) throws IOException, InterruptedException {
        send(HttpRequest.newBuilder(guestbook.resolve(path))
                .header("Content-Type", type)
                .POST(BodyPublishers.ofString(body)));
    }

    private void send(HttpRequest.Builder request) throws IOException, InterruptedException {
        browser.send(request.build(), BodyHandlers.ofByteArray());
    }
}
