package vivarium.ui.exchange;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.TreeMap;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ToggleButton;
import javafx.scene.image.ImageView;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import javax.imageio.ImageIO;
import org.fxmisc.richtext.CodeArea;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import vivarium.exchange.Exchanges;
import vivarium.journal.Bytes;
import vivarium.journal.Environ;
import vivarium.journal.Event;
import vivarium.journal.Header;
import vivarium.journal.JournalClock;
import vivarium.journal.Outcome;
import vivarium.journal.RequestHead;
import vivarium.ui.environ.EnvironView;
import vivarium.ui.exchange.NameValueTable.Pair;
import vivarium.ui.traffic.Fx;
import vivarium.ui.traffic.NowhereElse;

/** Each kind of body in its own viewer, and its bytes in all of them. */
class BodyViewersTest {
    private final LiveExchanges exchanges = new LiveExchanges(new Exchanges(10, 1 << 20));
    private final ExchangeView view = Fx.call(() -> new ExchangeView(
            exchanges,
            new NowhereElse(),
            Path.of("/home/ada/guestbook"),
            new JournalClock(Instant.EPOCH, System::nanoTime),
            new EnvironView(exchanges)));
    private final Stage stage = Fx.show((Parent) view.node());

    @AfterEach
    void close() {
        Fx.run(stage::hide);
    }

    @Test
    void aFormIsATableOfItsDecodedFields() {
        post("application/x-www-form-urlencoded", "name=Zo%C3%AB&message=a+b&empty=".getBytes(UTF_8));
        assertEquals(List.of(new Pair("name", "Zoë"), new Pair("message", "a b"), new Pair("empty", "")), fields());
        Fx.run(node("#request-text", ToggleButton.class)::fire);
        assertEquals(
                "name=Zo%C3%AB&message=a+b&empty=",
                node("#request-body", CodeArea.class).getText());
    }

    @Test
    void aMultipartBodyIsATableOfItsParts() {
        post("multipart/form-data; boundary=xyz", """
                --xyz\r
                Content-Disposition: form-data; name="title"\r
                \r
                Moth\r
                --xyz\r
                Content-Disposition: form-data; name="file"; filename="moth.txt"\r
                Content-Type: text/plain\r
                \r
                first actual case\r
                --xyz--\r
                """.getBytes(UTF_8));
        List<Pair> parts = fields();
        assertEquals(2, parts.size());
        assertTrue(parts.getFirst().toString().contains("title"), parts::toString);
        assertTrue(parts.getFirst().toString().contains("Moth"), parts::toString);
        assertTrue(parts.getLast().toString().contains("moth.txt"), parts::toString);
        assertTrue(parts.getLast().toString().contains("first actual case"), parts::toString);
    }

    @Test
    void anImageIsShownWithItsSizeAndItsBytes() throws IOException {
        byte[] png = png(3, 2);
        answer("image/png", png);
        var image = node(".image-view", ImageView.class);
        assertEquals(3, (int) image.getImage().getWidth());
        assertTrue(texts().contains("3 × 2 pixels"), this::texts);
        assertEquals(
                "image/png  ·  " + png.length + " bytes",
                node("#response-summary", Label.class).getText());

        Fx.run(node("#response-hex", ToggleButton.class)::fire);
        var dump = node("#response-dump", ListView.class);
        assertTrue(
                dump.getItems().getFirst().toString().contains("89 50 4e 47"),
                () -> dump.getItems().toString());
        Fx.run(() -> {
            dump.getSelectionModel().select(0);
            dump.fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "c", "c", KeyCode.C, false, true, false, false));
        });
        assertTrue(Fx.call(() -> Clipboard.getSystemClipboard().getString()).contains("89 50 4e 47"));
    }

    @Test
    void whatIsNoImageAlthoughItSaysSoIsSaid() {
        answer("image/png", "not an image".getBytes(UTF_8));
        assertTrue(
                texts().contains("This image cannot be shown here (image/png); its bytes are under Hex."), this::texts);
    }

    private static byte[] png(int width, int height) throws IOException {
        var out = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), "png", out);
        return out.toByteArray();
    }

    private void post(String type, byte[] body) {
        exchange(type, body, "text/plain", "ok".getBytes(UTF_8));
        Fx.run(() -> view.showTab("request"));
    }

    private void answer(String type, byte[] body) {
        exchange("text/plain", "x".getBytes(UTF_8), type, body);
        Fx.run(() -> view.showTab("response"));
    }

    private void exchange(String requestType, byte[] sent, String responseType, byte[] answered) {
        var head = new RequestHead(
                "POST",
                "/files",
                "HTTP/1.1",
                List.of(
                        new Header("Content-Type", requestType),
                        new Header("Content-Length", Integer.toString(sent.length))),
                "127.0.0.1:50000");
        Fx.run(() -> {
            exchanges.accept(List.of(
                    new Event.RequestStarted(0, 1, head, 0),
                    new Event.ApplicationEntered(1, 1, "request-1", new Environ(List.of(), List.of(), new TreeMap<>())),
                    new Event.InputRead(2, 1, "read()", Bytes.of(sent)),
                    new Event.ResponseStarted(3, 1, "200 OK", List.of(new Header("Content-Type", responseType))),
                    new Event.ChunkWritten(4, 1, Bytes.of(answered)),
                    new Event.ExchangeEnded(5, 1, Outcome.COMPLETE)));
            exchanges.select(1);
        });
    }

    private List<Pair> fields() {
        return Fx.call(
                () -> List.copyOf(node("#request-fields", NameValueTable.class).getItems()));
    }

    private String texts() {
        return Fx.call(() -> String.join(
                "\n",
                view.node().lookupAll(".label").stream()
                        .map(label -> String.valueOf(((Label) label).getText()))
                        .toList()));
    }

    private <N extends Node> N node(String selector, Class<N> kind) {
        return kind.cast(view.node().lookup(selector));
    }
}
