package vivarium.ui.replay;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import atlantafx.base.theme.Styles;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import vivarium.exchange.Captured;
import vivarium.exchange.ContentKind;
import vivarium.journal.Header;
import vivarium.journal.RequestHead;
import vivarium.replay.RequestEdit;
import vivarium.ui.modal.Modals;

/** Changes a captured request and sends it. {@code Content-Length} follows the body. FX thread only. */
final class EditSheet {
    private static final String TOKEN = "[!#$%&'*+\\-.^_`|~0-9A-Za-z]+";

    private final Captured captured;
    private final Consumer<Captured> send;
    private final TextField method = new TextField();
    private final TextField target = new TextField();
    private final TextArea headers = new TextArea();
    private final TextArea body = new TextArea();
    private final Label problem = new Label();
    private final boolean textual;

    EditSheet(Captured captured, Consumer<Captured> send) {
        this.captured = captured;
        this.send = send;
        var content = captured.requestContent();
        textual = content.kind() != ContentKind.BINARY && content.kind() != ContentKind.IMAGE;
        method.setText(captured.request().method());
        target.setText(captured.request().target());
        headers.setText(captured.request().headers().stream()
                .map(header -> header.name() + ": " + header.value())
                .collect(Collectors.joining("\n")));
        body.setText(textual ? new String(captured.requestBody().kept(), UTF_8) : "");
    }

    void show(Modals modals) {
        method.setId("edit-method");
        method.setPrefWidth(90);
        target.setId("edit-target");
        HBox.setHgrow(target, Priority.ALWAYS);
        headers.setId("edit-headers");
        headers.setPrefRowCount(8);
        headers.getStyleClass().add("mono");
        body.setId("edit-body");
        body.setPrefRowCount(8);
        body.setDisable(!textual);
        body.setPromptText(textual ? "No body" : "The body is binary and is sent as it was captured");
        body.getStyleClass().add("mono");
        problem.setId("edit-problem");
        problem.getStyleClass().add(Styles.DANGER);
        problem.setWrapText(true);
        problem.setMinHeight(Region.USE_PREF_SIZE);
        var go = new Button("Send");
        go.setId("edit-send");
        go.setDefaultButton(true);
        go.getStyleClass().add(Styles.ACCENT);
        go.setOnAction(click -> edited().ifPresent(request -> {
            modals.hide();
            send.accept(request);
        }));
        var form = new VBox(
                8,
                new HBox(8, method, target),
                new Label("Headers"),
                headers,
                new Label("Body"),
                body,
                new HBox(8, problem, vivarium.ui.parts.Parts.space(), go));
        form.setPrefWidth(720);
        modals.show("Edit and resend #" + captured.id(), form);
    }

    private Optional<Captured> edited() {
        if (!method.getText().matches(TOKEN)) {
            return wrong("The method must be one word, such as POST.");
        }
        if (!target.getText().matches("[!-~]+")) {
            return wrong("The path must not hold spaces or letters beyond ASCII: percent-encode them.");
        }
        List<Header> fields = new ArrayList<>();
        for (String line : headers.getText().split("\n", -1)) {
            int colon = line.indexOf(':');
            if (line.isBlank()) {
                continue;
            }
            if (colon <= 0 || !line.substring(0, colon).matches(TOKEN)) {
                return wrong("This is no header: " + line);
            }
            String value = line.substring(colon + 1).strip();
            if (!ISO_8859_1.newEncoder().canEncode(value)) {
                return wrong("The value of " + line.substring(0, colon) + " must hold Latin-1 characters only.");
            }
            fields.add(new Header(line.substring(0, colon), value));
        }
        var head = captured.request();
        var request = captured.with(
                new RequestHead(method.getText(), target.getText(), head.protocol(), fields, head.remote()),
                captured.requestBody());
        byte[] bytes = textual
                ? body.getText().getBytes(UTF_8)
                : captured.requestBody().kept();
        boolean same = Arrays.equals(bytes, captured.requestBody().kept());
        return Optional.of(same ? request : RequestEdit.body(request, bytes));
    }

    private Optional<Captured> wrong(String why) {
        problem.setText(why);
        return Optional.empty();
    }
}
