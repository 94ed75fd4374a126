package vivarium.ui.notes;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import vivarium.exchange.Outline;
import vivarium.journal.Note;
import vivarium.journal.SessionException;
import vivarium.journal.SessionNotes;
import vivarium.journal.SessionReader;
import vivarium.ui.exchange.LiveExchanges;

/**
 * What the user notes about exchanges: shown at once, written to the session file behind the window's back. What others note in the
 * same file meanwhile, such as {@code vivarium mark}, appears too. FX thread only.
 */
public final class NotesViewModel {
    private static final int UNDOABLE = 100;

    private final LiveExchanges exchanges;
    private final Executor background;
    private final Executor fx;
    private final Consumer<String> complaints;
    private final Deque<Map<Long, Note>> before = new ArrayDeque<>();
    private Optional<Path> session = Optional.empty();
    private int changes;
    private boolean looking;

    /**
     * @param background reads and writes the file, one after another
     * @param complaints hears why something could not be written
     */
    public NotesViewModel(LiveExchanges exchanges, Executor background, Executor fx, Consumer<String> complaints) {
        this.exchanges = exchanges;
        this.background = background;
        this.fx = fx;
        this.complaints = complaints;
    }

    /** From now on notes are kept in this session file; until then they are shown alone. */
    public void keepIn(Path file) {
        session = Optional.of(file);
        refresh();
    }

    /** Notes something about these exchanges. */
    public void change(List<Long> ids, UnaryOperator<Note> change) {
        var was = new LinkedHashMap<Long, Note>();
        var is = new LinkedHashMap<Long, Note>();
        for (long id : ids) {
            exchanges.outline(id).map(Outline::note).ifPresent(note -> {
                was.put(id, note);
                is.put(id, change.apply(note));
            });
        }
        if (!was.equals(is)) {
            before.push(was);
            if (before.size() > UNDOABLE) {
                before.removeLast();
            }
            apply(is);
        }
    }

    /** Takes the last change back that was not taken back before. */
    public void undo() {
        if (!before.isEmpty()) {
            apply(before.pop());
        }
    }

    /** Looks whether others have noted something. */
    public void refresh() {
        if (session.isEmpty() || looking) {
            return;
        }
        looking = true;
        int then = changes;
        background.execute(() -> {
            Optional<Map<Long, Note>> found = read(session.get());
            fx.execute(() -> {
                looking = false;
                // What was noted here meanwhile is not in what was read.
                if (then == changes) {
                    found.ifPresent(this::show);
                }
            });
        });
    }

    private void show(Map<Long, Note> now) {
        exchanges.outlines().stream()
                .filter(outline -> !outline.note().equals(Note.NONE) && !now.containsKey(outline.id()))
                .map(Outline::id)
                .toList()
                .forEach(id -> exchanges.note(id, Note.NONE));
        now.forEach(exchanges::note);
    }

    private void apply(Map<Long, Note> notes) {
        changes++;
        notes.forEach(exchanges::note);
        session.ifPresent(file -> background.execute(() -> {
            try (var writer = SessionNotes.open(file)) {
                notes.forEach(writer::note);
            } catch (SessionException cannot) {
                fx.execute(() -> complaints.accept(
                        "What you noted is shown here, but not kept: " + String.valueOf(cannot.getMessage())));
            }
        }));
    }

    private static Optional<Map<Long, Note>> read(Path file) {
        try (var reader = SessionReader.open(file)) {
            return Optional.of(reader.notes());
        } catch (SessionException unreadable) {
            return Optional.empty(); // it is being replaced, or has gone: what is shown stays
        }
    }
}
