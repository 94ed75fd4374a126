package vivarium.engine.embedded;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import vivarium.debug.PostMortem;

/** The exceptions that left the application lately. Any thread. */
final class PostMortems {
    private static final int MOST = 20;

    private final Deque<PostMortem> kept = new ArrayDeque<>();

    synchronized void add(PostMortem postMortem) {
        kept.addFirst(postMortem);
        if (kept.size() > MOST) {
            kept.removeLast();
        }
    }

    /** Newest first. */
    synchronized List<PostMortem> list() {
        return List.copyOf(kept);
    }
}
