package vivarium.ui.exchange;

import atlantafx.base.theme.Styles;
import java.io.ByteArrayInputStream;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import vivarium.exchange.Content;

/** An image at its own size, on a ground on which transparent parts can be told. FX thread only. */
final class ImageViewer extends BorderPane {
    private final ImageView view = new ImageView();
    private final Label size = new Label();

    ImageViewer() {
        var ground = new StackPane(view);
        ground.getStyleClass().add("image-ground");
        var scroll = new ScrollPane(ground);
        scroll.setFitToHeight(true);
        scroll.setFitToWidth(true);
        size.getStyleClass().addAll(Styles.TEXT_MUTED, "nothing");
        setCenter(scroll);
        setBottom(size);
    }

    void show(Content content) {
        var image = new Image(new ByteArrayInputStream(content.bytes()));
        view.setImage(image.isError() ? null : image);
        size.setText(
                image.isError()
                        ? "This image cannot be shown here (" + content.type().essence()
                                + (content.raw().truncated() ? ", and not all of it was kept" : "")
                                + "); its bytes are under Hex."
                        : (int) image.getWidth() + " × " + (int) image.getHeight() + " pixels");
    }
}
