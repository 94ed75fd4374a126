package vivarium.ui.exchange;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntConsumer;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;
import vivarium.exchange.Amounts;

/**
 * An exchange on one line, drawn to scale: the wait for a thread, the application at work, the response going out, and a tick for
 * each moment. Ticks that would cover each other are one. FX thread only.
 */
final class Timeline extends Region {
    private static final double TOP = 22;
    private static final double BAR = 22;
    private static final double SIDE = 12;
    private static final double TICK = 3;
    private static final int LABELS = 5;

    private final IntConsumer chosen;
    private final List<Region> segments =
            List.of(styled("segment-waiting"), styled("segment-application"), styled("segment-response"));
    private final List<Label> labels = new ArrayList<>();
    private final List<Region> ticks = new ArrayList<>();
    private List<Moment> moments = List.of();
    private long total = 1;
    private double laidOut = -1;

    /** @param chosen gets the index of the moment whose tick was clicked */
    Timeline(IntConsumer chosen) {
        this.chosen = chosen;
        getStyleClass().add("timeline");
        getChildren().addAll(segments);
        for (int i = 0; i < LABELS; i++) {
            var label = new Label();
            label.getStyleClass().add("scale");
            labels.add(label);
        }
        getChildren().addAll(labels);
        setMinHeight(TOP + BAR + 14);
        setPrefHeight(TOP + BAR + 14);
    }

    /** @param nanos how long the line is: the exchange's duration, or its age while it runs */
    void show(List<Moment> story, long nanos) {
        moments = story;
        total = Math.max(
                1, Math.max(nanos, story.isEmpty() ? 0 : story.getLast().nanos()));
        laidOut = -1;
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        if (laidOut == getWidth()) {
            return;
        }
        laidOut = getWidth();
        long entered = first(Moment.Kind.ENTERED).orElse(total);
        long responded = first(Moment.Kind.RESPONSE).orElse(total);
        long ended = first(Moment.Kind.END).orElse(total);
        segment(0, 0, Math.min(entered, responded));
        segment(1, Math.min(entered, responded), responded);
        segment(2, responded, ended);
        for (int i = 0; i < LABELS; i++) {
            var label = labels.get(i);
            label.setText(Amounts.duration(total * i / (LABELS - 1)));
            double width = label.prefWidth(-1);
            double middle = x(total * i / (LABELS - 1)) - width / 2;
            label.resizeRelocate(
                    Math.clamp(middle, SIDE, Math.max(SIDE, getWidth() - SIDE - width)),
                    2,
                    width,
                    label.prefHeight(-1));
        }
        layoutTicks();
    }

    private void layoutTicks() {
        getChildren().removeAll(ticks);
        ticks.clear();
        double last = Double.NEGATIVE_INFINITY;
        Moment.Kind drawn = Moment.Kind.ACCEPTED;
        for (int i = 0; i < moments.size(); i++) {
            var moment = moments.get(i);
            double x = x(moment.nanos()) - TICK / 2;
            boolean covers = x - last < TICK;
            if (covers && moment.kind().compareTo(drawn) <= 0) {
                continue;
            }
            if (covers) {
                getChildren().remove(ticks.removeLast());
            }
            last = x;
            drawn = moment.kind();
            ticks.add(tick(moment, i, x));
        }
        getChildren().addAll(ticks);
    }

    private Region tick(Moment moment, int index, double x) {
        var tick = styled("tick", moment.kind().style());
        Tooltip.install(
                tick, new Tooltip(Amounts.duration(moment.nanos()) + "  " + moment.title() + "\n" + moment.detail()));
        tick.setOnMouseClicked(click -> chosen.accept(index));
        tick.resizeRelocate(x, TOP - 3, TICK, BAR + 6);
        return tick;
    }

    private void segment(int index, long from, long to) {
        double start = x(from);
        segments.get(index).resizeRelocate(start, TOP, Math.max(0, x(to) - start), BAR);
    }

    private Optional<Long> first(Moment.Kind kind) {
        return moments.stream()
                .filter(moment -> moment.kind() == kind)
                .map(Moment::nanos)
                .findFirst();
    }

    private double x(long nanos) {
        return SIDE + (getWidth() - 2 * SIDE) * ((double) nanos / total);
    }

    private static Region styled(String... classes) {
        var region = new Region();
        region.getStyleClass().addAll(classes);
        region.setManaged(false);
        return region;
    }
}
