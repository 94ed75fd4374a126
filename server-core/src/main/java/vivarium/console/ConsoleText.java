package vivarium.console;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Text that waits to be shown, bounded: a window that is slow loses the oldest and is told so. Safe for any thread. */
final class ConsoleText {
    private final int most;
    private final ArrayDeque<Piece> pieces = new ArrayDeque<>();
    private long held;
    private long lost;
    private boolean told;
    private Runnable listener = () -> {};

    /** @param most characters */
    ConsoleText(int most) {
        if (most < 1) {
            throw new IllegalArgumentException("A console needs room for a character: " + most);
        }
        this.most = most;
    }

    void add(Piece.Origin origin, String text) {
        synchronized (this) {
            pieces.add(new Piece(origin, text));
            held += text.length();
            while (held > most) {
                shorten(held - most);
            }
        }
        news();
    }

    /** Takes away from the oldest piece, at most all of it. */
    private void shorten(long excess) {
        Piece oldest = pieces.remove();
        int length = oldest.text().length();
        int dropped = (int) Math.min(excess, length);
        if (dropped < length) {
            pieces.addFirst(new Piece(oldest.origin(), oldest.text().substring(dropped)));
        }
        held -= dropped;
        lost += dropped;
    }

    synchronized List<Piece> drain() {
        told = false;
        var drained = new ArrayList<Piece>();
        if (lost > 0) {
            drained.add(new Piece(
                    Piece.Origin.NOTE,
                    String.format(Locale.ROOT, "… %,d characters were not shown in time …%n", lost)));
        }
        drained.addAll(pieces);
        pieces.clear();
        held = 0;
        lost = 0;
        return drained;
    }

    synchronized void onNews(Runnable newListener) {
        listener = newListener;
        told = false;
    }

    /** Tells the listener, unless it has not yet come for what it was told of before. */
    void news() {
        Runnable next = toTell();
        if (next != null) {
            next.run();
        }
    }

    private synchronized @Nullable Runnable toTell() {
        if (told) {
            return null;
        }
        told = true;
        return listener;
    }
}
