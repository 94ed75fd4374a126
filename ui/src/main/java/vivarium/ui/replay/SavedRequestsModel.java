package vivarium.ui.replay;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import vivarium.exchange.Captured;
import vivarium.replay.SavedRequest;
import vivarium.replay.SavedRequests;

/** The requests that the project keeps under names. FX thread only; the disk is asked and told in the background. */
final class SavedRequestsModel {
    private record Removed(int index, SavedRequest request) {}

    private final SavedRequests file;
    private final Executor disk;
    private final Consumer<String> complaints;
    private final ObservableList<SavedRequest> list = FXCollections.observableArrayList();
    private final Deque<Removed> removed = new ArrayDeque<>();
    private final ReadOnlyBooleanWrapper undoable = new ReadOnlyBooleanWrapper();

    /**
     * @param disk reads and writes, one after another
     * @param complaints hears on the FX thread why something could not be kept
     */
    SavedRequestsModel(SavedRequests file, Executor disk, Executor fx, Consumer<String> complaints) {
        this.file = file;
        this.disk = disk;
        this.complaints = words -> fx.execute(() -> complaints.accept(words));
        disk.execute(() -> {
            try {
                var kept = file.read();
                fx.execute(() -> list.addAll(0, kept));
            } catch (IOException unreadable) {
                this.complaints.accept("The saved requests cannot be read: " + unreadable.getMessage());
            }
        });
    }

    /** All, in the order in which they were kept. */
    ObservableList<SavedRequest> list() {
        return list;
    }

    /** Whether there is something to {@link #undo}. */
    ReadOnlyBooleanProperty undoable() {
        return undoable.getReadOnlyProperty();
    }

    /** Keeps it, in the place of one that has the name already. */
    void save(String name, Captured request) {
        var saved = new SavedRequest(name, request);
        int there = index(name);
        if (there < 0) {
            list.add(saved);
        } else {
            list.set(there, saved);
        }
        keep();
    }

    /** Gives it another name; says false where another one has that. */
    boolean rename(SavedRequest saved, String name) {
        int there = list.indexOf(saved);
        if (there < 0 || name.isBlank() || index(name) >= 0) {
            return false;
        }
        list.set(there, new SavedRequest(name, saved.request()));
        keep();
        return true;
    }

    /** Forgets it, until that is taken back. */
    void remove(SavedRequest saved) {
        int there = list.indexOf(saved);
        if (there >= 0) {
            removed.push(new Removed(there, saved));
            list.remove(there);
            undoable.set(true);
            keep();
        }
    }

    /** Takes the last removal back. */
    void undo() {
        if (!removed.isEmpty()) {
            Removed last = removed.pop();
            list.add(Math.min(last.index(), list.size()), last.request());
            undoable.set(!removed.isEmpty());
            keep();
        }
    }

    private int index(String name) {
        for (int i = 0; i < list.size(); i++) {
            if (list.get(i).name().equals(name)) {
                return i;
            }
        }
        return -1;
    }

    private void keep() {
        List<SavedRequest> now = new ArrayList<>(list);
        disk.execute(() -> {
            try {
                file.write(now);
            } catch (IOException unwritable) {
                complaints.accept("The request cannot be kept (" + unwritable.getMessage()
                        + "); see that the folder .vivarium is writable and the disk not full.");
            }
        });
    }
}
