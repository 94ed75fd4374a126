package vivarium.ui.requests;

import javafx.geometry.Pos;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import vivarium.exchange.Amounts;
import vivarium.exchange.Outline;

/**
 * A duration with a bar under it. The bar grows with the duration's logarithm, from 0.1 ms to 10 s: in a linear one a single slow
 * request would make all others look alike. One for each cell; FX thread only.
 */
final class DurationBar implements OutlineCell.Drawing {
    private static final double WIDTH = 36;
    private static final double SHORTEST = Math.log(1e5);
    private static final double LONGEST = Math.log(1e10);

    private final long slowNanos;
    private final Region bar = new Region();
    private final StackPane track = new StackPane(bar);

    DurationBar(long slowNanos) {
        this.slowNanos = slowNanos;
        bar.getStyleClass().add("bar");
        bar.setMaxWidth(Region.USE_PREF_SIZE);
        track.getStyleClass().add("track");
        track.setAlignment(Pos.CENTER_LEFT);
        track.setMinWidth(WIDTH);
        track.setPrefWidth(WIDTH);
    }

    @Override
    public void draw(OutlineCell cell, Outline outline) {
        boolean running = outline.nanos() < 0;
        cell.setText(running ? outline.paused() ? "paused" : "running" : Amounts.duration(outline.nanos()));
        double width = running ? 0 : part(outline.nanos()) * WIDTH;
        bar.setMinWidth(width);
        bar.setPrefWidth(width);
        cell.setGraphic(track);
        cell.tone(running ? "running" : outline.slowerThan(slowNanos) ? "slow" : "");
    }

    /** From 0 to 1. */
    static double part(long nanos) {
        double log = (Math.log((double) Math.max(nanos, 1)) - SHORTEST) / (LONGEST - SHORTEST);
        return Math.clamp(log, 0.03, 1);
    }
}
