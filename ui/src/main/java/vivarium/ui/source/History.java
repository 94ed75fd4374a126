package vivarium.ui.source;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The places that were looked at, as a browser keeps them. For one thread. */
final class History {
    /** More would be a list to search in, and the project's tree is one. */
    private static final int MOST_FILES = 15;

    private final int most;
    private final List<Place> places = new ArrayList<>();
    private final List<Path> files = new ArrayList<>();
    private int at = -1;

    /** @param most places that are kept */
    History(int most) {
        this.most = most;
    }

    /** Goes to a new place; those ahead are forgotten. */
    void visit(Place place) {
        if (current().filter(place::equals).isPresent()) {
            return;
        }
        opened(place);
        places.subList(at + 1, places.size()).clear();
        places.add(place);
        if (places.size() > most) {
            places.removeFirst();
        }
        at = places.size() - 1;
    }

    Optional<Place> current() {
        return at < 0 ? Optional.empty() : Optional.of(places.get(at));
    }

    /** The files that were looked at, each once, the last one first. */
    List<Path> files() {
        return List.copyOf(files);
    }

    private void opened(Place place) {
        files.remove(place.file());
        files.addFirst(place.file());
        if (files.size() > MOST_FILES) {
            files.removeLast();
        }
    }

    /** One back (−1) or forward (1), if there is one. */
    Optional<Place> move(int step) {
        if (!canMove(step)) {
            return Optional.empty();
        }
        at += step;
        current().ifPresent(this::opened);
        return current();
    }

    boolean canMove(int step) {
        return at + step >= 0 && at + step < places.size();
    }
}
