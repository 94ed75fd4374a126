import java.io.File;
import javafx.application.Platform;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.Group;
import javafx.scene.Scene;
import javafx.scene.paint.Color;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Rectangle;
import javafx.scene.shape.SVGPath;
import javafx.scene.shape.Shape;
import javafx.scene.shape.StrokeLineCap;
import javafx.scene.shape.StrokeLineJoin;
import javafx.scene.transform.Scale;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Element;

/**
 * Makes the PNGs beside {@code vivarium.svg}; run by hand when the drawing has changed, with JavaFX on the module path and
 * {@code -Dglass.platform=Headless -Dprism.order=sw}. Understands as much of SVG as the drawing uses.
 */
final class RenderMark {
    private static final int[] SIZES = {16, 24, 32, 48, 64, 128, 256, 512};
    private static final double EDGE = 64;

    private RenderMark() {}

    static void main(String[] args) {
        File folder = new File(args[0]);
        Platform.startup(() -> {
            try {
                for (int size : SIZES) {
                    render(new File(folder, "vivarium.svg"), size, new File(folder, "vivarium-" + size + ".png"));
                }
                System.exit(0);
            } catch (Exception broken) {
                broken.printStackTrace();
                System.exit(1);
            }
        });
    }

    private static void render(File svg, int size, File png) throws Exception {
        var group = new Group();
        var children = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(svg)
                .getDocumentElement()
                .getChildNodes();
        for (int i = 0; i < children.getLength(); i++) {
            if (children.item(i) instanceof Element element
                    && !element.getTagName().equals("title")) {
                group.getChildren().add(dressed(shape(element), element));
            }
        }
        group.getTransforms().add(new Scale(size / EDGE, size / EDGE));
        var scene = new Scene(new Group(group), size, size, Color.TRANSPARENT);
        ImageIO.write(SwingFXUtils.fromFXImage(scene.snapshot(null), null), "png", png);
    }

    private static Shape shape(Element element) {
        return switch (element.getTagName()) {
            case "path" -> {
                var path = new SVGPath();
                path.setContent(element.getAttribute("d"));
                yield path;
            }
            case "circle" -> new Circle(number(element, "cx"), number(element, "cy"), number(element, "r"));
            case "rect" -> {
                var rectangle = new Rectangle(
                        number(element, "x"),
                        number(element, "y"),
                        number(element, "width"),
                        number(element, "height"));
                rectangle.setArcWidth(2 * number(element, "rx"));
                rectangle.setArcHeight(2 * number(element, "rx"));
                yield rectangle;
            }
            default -> throw new IllegalArgumentException(element.getTagName());
        };
    }

    private static Shape dressed(Shape shape, Element element) {
        shape.setFill(colour(element, "fill"));
        if (element.hasAttribute("stroke")) {
            shape.setStroke(colour(element, "stroke"));
            shape.setStrokeWidth(number(element, "stroke-width"));
        }
        if (element.getAttribute("stroke-linecap").equals("round")) {
            shape.setStrokeLineCap(StrokeLineCap.ROUND);
            shape.setStrokeLineJoin(StrokeLineJoin.ROUND);
        } else {
            shape.setStrokeLineCap(StrokeLineCap.BUTT);
            shape.setStrokeLineJoin(StrokeLineJoin.MITER);
        }
        return shape;
    }

    private static Color colour(Element element, String name) {
        String value = element.getAttribute(name);
        return value.equals("none") ? null : value.isEmpty() ? Color.BLACK : Color.web(value);
    }

    private static double number(Element element, String name) {
        return Double.parseDouble(element.getAttribute(name));
    }
}
