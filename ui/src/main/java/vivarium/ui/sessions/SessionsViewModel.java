package vivarium.ui.sessions;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import vivarium.journal.SessionBin;
import vivarium.journal.SessionException;
import vivarium.journal.SessionNotes;
import vivarium.journal.SessionOverview;
import vivarium.journal.Sessions;

/** The sessions of a project, newest first, and what is done to them. Files are read and written in the background. FX thread only. */
final class SessionsViewModel {
    private final Path project;
    private final Executor background;
    private final Executor fx;
    private final List<SessionOverview> all = new ArrayList<>();
    private final ObservableList<SessionOverview> shown = FXCollections.observableArrayList();
    private final ReadOnlyStringWrapper message = new ReadOnlyStringWrapper(this, "message", "");
    private final ReadOnlyBooleanWrapper undoable = new ReadOnlyBooleanWrapper(this, "undoable");
    private final Deque<Path> deleted = new ArrayDeque<>();
    private String words = "";
    private int reading;

    SessionsViewModel(Path project, Executor background, Executor fx) {
        this.project = project;
        this.background = background;
        this.fx = fx;
    }

    /** Those whose name, file, project or day holds the words that are looked for. */
    ObservableList<SessionOverview> shown() {
        return shown;
    }

    /** How far reading has come, or what went wrong. */
    ReadOnlyStringProperty messageProperty() {
        return message.getReadOnlyProperty();
    }

    /** Whether something was deleted that can be had back. */
    ReadOnlyBooleanProperty undoableProperty() {
        return undoable.getReadOnlyProperty();
    }

    /** Reads the files anew; each appears as it is read. */
    void reload() {
        int mine = ++reading;
        all.clear();
        show();
        message.set("Reading…");
        background.execute(() -> {
            var unreadable = new ArrayList<String>();
            try {
                for (Path file : Sessions.ofProject(project).files()) {
                    try {
                        var overview = SessionOverview.of(file);
                        fx.execute(() -> add(mine, overview));
                    } catch (SessionException wrong) {
                        unreadable.add(String.valueOf(wrong.getMessage()));
                    }
                }
            } catch (SessionException wrong) {
                unreadable.add(String.valueOf(wrong.getMessage()));
            }
            fx.execute(() -> {
                if (mine == reading) {
                    message.set(String.join("\n", unreadable));
                }
            });
        });
    }

    private void add(int mine, SessionOverview overview) {
        if (mine == reading) {
            all.add(overview);
            show();
        }
    }

    /** Shows those that hold these words. */
    void search(String typed) {
        words = typed.strip().toLowerCase(Locale.ROOT);
        show();
    }

    private void show() {
        shown.setAll(all.stream().filter(this::matches).toList());
    }

    private boolean matches(SessionOverview session) {
        var text = (session.name()
                        + ' '
                        + session.file()
                        + ' '
                        + session.info().project()
                        + ' '
                        + SessionsView.time(session))
                .toLowerCase(Locale.ROOT);
        for (String word : words.split("\\s+", -1)) {
            if (!text.contains(word)) {
                return false;
            }
        }
        return true;
    }

    /** Calls it so from now on. */
    void rename(SessionOverview session, String name) {
        if (!name.strip().equals(session.title())) {
            change(() -> {
                try (var notes = SessionNotes.open(session.file())) {
                    notes.name(name);
                }
            });
        }
    }

    /** Puts it aside. */
    void delete(SessionOverview session) {
        change(() -> {
            Path aside =
                    SessionBin.beside(session.file()).delete(session.file(), LocalDate.now(ZoneId.systemDefault()));
            fx.execute(() -> {
                deleted.push(aside);
                undoable.set(true);
            });
        });
    }

    /** Brings back what was deleted last. */
    void undo() {
        if (!deleted.isEmpty()) {
            var name = deleted.pop().getFileName().toString();
            undoable.set(!deleted.isEmpty());
            change(() -> new SessionBin(Sessions.ofProject(project).folder()).restore(name));
        }
    }

    private void change(Runnable change) {
        background.execute(() -> {
            try {
                change.run();
                fx.execute(this::reload);
            } catch (SessionException cannot) {
                fx.execute(() -> message.set(String.valueOf(cannot.getMessage())));
            }
        });
    }
}
