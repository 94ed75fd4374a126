package vivarium.icons;

import java.net.URL;

/** Where the drawings are. */
public final class Icons {
    /** The name of the application's own mark. */
    public static final String MARK = "vivarium";

    private Icons() {}

    /**
     * The drawing of that name, as SVG.
     *
     * @throws IllegalArgumentException when there is none of that name
     */
    public static URL svg(String name) {
        return resource(name + ".svg");
    }

    /**
     * The drawing of that name, as PNG.
     *
     * @param size edge length in pixels: 16, 24, 32, 48, 64, 128, 256 or 512
     * @throws IllegalArgumentException when there is none of that name and size
     */
    public static URL png(String name, int size) {
        return resource(name + "-" + size + ".png");
    }

    private static URL resource(String file) {
        URL drawing = Icons.class.getResource(file);
        if (drawing == null) {
            throw new IllegalArgumentException("There is no drawing named " + file);
        }
        return drawing;
    }
}
