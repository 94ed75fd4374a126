package vivarium.ui.project;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executor;

/** Which folders are open and what is in them. For the FX thread; the disk is looked at in the background. */
public final class ProjectTreeViewModel {
    private static final int MOST_SEEN = 50_000;
    private static final int MOST_FOUND = 500;

    private final Path top;
    private final Executor background;
    private final Executor fx;
    private final ProjectFiles files = new ProjectFiles(MOST_SEEN);
    private final Map<Path, List<Entry>> open = new HashMap<>();
    private Listener listener = new Listener() {
        @Override
        public void listed(Path folder, List<Entry> entries) {}

        @Override
        public void found(List<Path> found) {}
    };
    private boolean looking;
    private volatile long searches;

    /** Hears what the disk says. */
    interface Listener {
        /** An open folder holds these now. */
        void listed(Path folder, List<Entry> entries);

        /** What was searched for. */
        void found(List<Path> found);
    }

    /**
     * @param top the project's folder
     * @param background looks at the disk
     */
    public ProjectTreeViewModel(Path top, Executor background, Executor fx) {
        this.top = top;
        this.background = background;
        this.fx = fx;
    }

    Path top() {
        return top;
    }

    void listen(Listener newListener) {
        listener = newListener;
    }

    /** A folder was opened: its contents will be told, now and whenever they change. */
    void open(Path folder) {
        open.putIfAbsent(folder, List.of());
        look(Set.of(folder));
    }

    void close(Path folder) {
        open.remove(folder);
    }

    /** Looks for changes; every now and then while somebody looks. */
    void tick() {
        if (!looking) {
            looking = true;
            look(new LinkedHashSet<>(open.keySet()));
        }
    }

    private void look(Set<Path> folders) {
        background.execute(() -> {
            var now = new HashMap<Path, List<Entry>>();
            folders.forEach(folder -> now.put(folder, files.children(folder)));
            fx.execute(() -> {
                looking = false;
                now.forEach(this::tell);
            });
        });
    }

    private void tell(Path folder, List<Entry> entries) {
        if (open.containsKey(folder) && !entries.equals(open.put(folder, entries))) {
            listener.listed(folder, entries);
        }
    }

    /** Looks for files whose path holds the text. */
    void search(String text) {
        long mine = searches + 1;
        searches = mine;
        background.execute(() -> {
            if (mine == searches) {
                var found = files.search(top, text, MOST_FOUND);
                fx.execute(() -> {
                    if (mine == searches) {
                        listener.found(found);
                    }
                });
            }
        });
    }
}
