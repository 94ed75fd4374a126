package vivarium.ui.source;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** The file that is shown and those that were. For the FX thread; files are read in the background. */
public final class SourceViewModel {
    private static final int MOST_BYTES = 2_000_000;
    private static final int MOST_PLACES = 100;

    private final Executor background;
    private final Executor fx;
    private final SourceReader reader = new SourceReader(MOST_BYTES);
    private final History history = new History(MOST_PLACES);
    private final ReadOnlyObjectWrapper<Optional<Shown>> shown =
            new ReadOnlyObjectWrapper<>(this, "shown", Optional.empty());
    private final ReadOnlyBooleanWrapper canGoBack = new ReadOnlyBooleanWrapper(this, "canGoBack", false);
    private final ReadOnlyBooleanWrapper canGoForward = new ReadOnlyBooleanWrapper(this, "canGoForward", false);
    private long asked;
    private boolean looking;

    /** What is on the screen. A new one with the same text means: go to the line. */
    record Shown(SourceText source, Place place, long request) {}

    /** @param background reads files */
    public SourceViewModel(Executor background, Executor fx) {
        this.background = background;
        this.fx = fx;
    }

    ReadOnlyObjectProperty<Optional<Shown>> shownProperty() {
        return shown.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty canGoBackProperty() {
        return canGoBack.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty canGoForwardProperty() {
        return canGoForward.getReadOnlyProperty();
    }

    /** Shows a line, from 1; with 0 the file from where it was left, or its top. */
    public void show(Path file, int line) {
        var place = new Place(file.toAbsolutePath().normalize(), line);
        history.visit(place);
        load(place);
    }

    /** Shows the line of a stopped thread, unless its file is in view: there the view itself follows the line. */
    public void follow(Path file, int line) {
        boolean inView = shown.get()
                .filter(now -> now.request() == asked && now.source().file().equals(file))
                .isPresent();
        if (!inView) {
            show(file, line);
        }
    }

    void back() {
        history.move(-1).ifPresent(this::load);
    }

    void forward() {
        history.move(1).ifPresent(this::load);
    }

    /** The files that were open lately, the one on the screen first. */
    List<Path> files() {
        return history.files();
    }

    /** Goes to a line of the file that is shown. */
    void goTo(int line) {
        shown.get().ifPresent(now -> show(now.source().file(), line));
    }

    private void load(Place place) {
        long request = ++asked;
        canGoBack.set(history.canMove(-1));
        canGoForward.set(history.canMove(1));
        background.execute(() -> {
            var source = reader.read(place.file());
            fx.execute(() -> {
                if (request == asked) {
                    shown.set(Optional.of(new Shown(source, place, request)));
                }
            });
        });
    }

    /** Reads the file anew when it has changed; once a second while somebody looks. */
    void tick() {
        var now = shown.get();
        if (now.isPresent() && !looking) {
            looking = true;
            var before = now.get();
            background.execute(() -> {
                boolean changed = !SourceReader.stamp(before.source().file())
                        .equals(before.source().stamp());
                var source = changed ? reader.read(before.source().file()) : before.source();
                fx.execute(() -> {
                    looking = false;
                    if (changed && before.request() == asked) {
                        shown.set(Optional.of(new Shown(source, before.place(), before.request())));
                    }
                });
            });
        }
    }
}
