package vivarium.ui.replay;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import vivarium.compare.IgnoreFile;
import vivarium.compare.IgnoreRules;

/** What the project leaves out of comparisons, beside what always is. FX thread only; the disk is asked and told in the background. */
public final class IgnoredModel {
    private final IgnoreFile file;
    private final Executor disk;
    private final Consumer<String> complaints;
    private final ObservableList<String> names = FXCollections.observableArrayList();

    /**
     * @param disk reads and writes, one after another
     * @param complaints hears on the FX thread why something could not be kept
     */
    IgnoredModel(IgnoreFile file, Executor disk, Executor fx, Consumer<String> complaints) {
        this.file = file;
        this.disk = disk;
        this.complaints = words -> fx.execute(() -> complaints.accept(words));
        disk.execute(() -> {
            try {
                var kept = file.read();
                fx.execute(() -> names.setAll(kept));
            } catch (IOException unreadable) {
                this.complaints.accept("What is left out of comparisons cannot be read: " + unreadable.getMessage());
            }
        });
    }

    /** The names, in the order in which they were added; listeners hear of changes. */
    ObservableList<String> names() {
        return names;
    }

    /** The rules as they are now. */
    IgnoreRules now() {
        var rules = IgnoreRules.standard();
        for (String name : names) {
            rules = rules.and(name);
        }
        return rules;
    }

    /** Leaves this out from now on; nothing where it is left out already. */
    void add(String name) {
        add(names.size(), name);
    }

    /** As above, at this place of the list. */
    void add(int index, String name) {
        var small = name.strip().toLowerCase(Locale.ROOT);
        if (!small.isEmpty() && !names.contains(small)) {
            names.add(Math.min(index, names.size()), small);
            keep();
        }
    }

    /** Compares it again from now on. */
    void remove(String name) {
        if (names.remove(name)) {
            keep();
        }
    }

    private void keep() {
        List<String> now = List.copyOf(names);
        disk.execute(() -> {
            try {
                file.write(now);
            } catch (IOException unwritable) {
                complaints.accept("What is left out cannot be kept (" + unwritable.getMessage()
                        + "); see that the folder .vivarium is writable and the disk not full.");
            }
        });
    }
}
