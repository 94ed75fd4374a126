package vivarium.debug;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vivarium.debug.BreakpointStatus.State;
import vivarium.debug.BreakpointStatus.State.Gone;
import vivarium.debug.BreakpointStatus.State.Pending;
import vivarium.journal.Subscription;

/**
 * The breakpoints of a project. Any thread may call. Who changes them waits for the reading of a source and the writing of a small
 * file; nobody else does.
 */
public final class Breakpoints {
    private static final Logger LOG = LoggerFactory.getLogger(Breakpoints.class);

    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private final List<Runnable> engines = new CopyOnWriteArrayList<>();
    private final Anchors anchors = new Anchors();
    private final Object saving = new Object();
    private List<BreakpointStatus> list = List.of();
    private long last;
    private @Nullable BreakpointFile file;

    /** From now on the breakpoints are those of the project in this folder, and are kept there. */
    public void of(Path projectFolder) {
        synchronized (this) {
            var other = new BreakpointFile(projectFolder);
            if (other.equals(file)) {
                return;
            }
            file = other;
            anchors.clear();
            List<BreakpointFile.Kept> loaded = other.load();
            loaded.forEach(kept -> anchors.keep(kept.breakpoint().id(), kept.anchor()));
            list = loaded.stream()
                    .map(kept -> new BreakpointStatus(kept.breakpoint(), new Pending(), 0))
                    .toList();
            // No number twice: at the console one may have been given commands.
            last = list.stream().mapToLong(status -> status.breakpoint().id()).reduce(last, Math::max);
        }
        follow(edited -> true);
        engines.forEach(Runnable::run);
        tell();
    }

    /** All, in the order of their numbers. */
    public synchronized List<BreakpointStatus> list() {
        return list;
    }

    /** The one with this number. */
    public Optional<BreakpointStatus> find(long id) {
        return list().stream().filter(status -> status.breakpoint().id() == id).findFirst();
    }

    /** Those in a file. */
    public List<BreakpointStatus> in(Path source) {
        return list().stream()
                .filter(status -> status.breakpoint().trigger() instanceof Trigger.Line line
                        && line.file().equals(source))
                .toList();
    }

    /** Adds one; returned with its number. */
    public Breakpoint add(Breakpoint wanted) {
        Breakpoint added;
        Optional<Anchor> anchor = anchor(wanted);
        synchronized (this) {
            added = wanted.numbered(++last);
            anchors.keep(added.id(), anchor);
            var longer = new ArrayList<>(list);
            longer.add(new BreakpointStatus(added, new Pending(), 0));
            list = List.copyOf(longer);
        }
        changed();
        return added;
    }

    /** Adds one under the number that it has, where that is free. */
    public void restore(Breakpoint numbered) {
        Optional<Anchor> anchor = anchor(numbered);
        synchronized (this) {
            if (find(numbered.id()).isPresent()) {
                return;
            }
            anchors.keep(numbered.id(), anchor);
            last = Math.max(last, numbered.id());
            var longer = new ArrayList<>(list);
            longer.add(new BreakpointStatus(numbered, new Pending(), 0));
            longer.sort(Comparator.comparingLong(status -> status.breakpoint().id()));
            list = List.copyOf(longer);
        }
        changed();
    }

    /** Puts this one in the place of that with the same number; nothing where there is none. */
    public void replace(Breakpoint changed) {
        Optional<Anchor> anchor = anchor(changed);
        boolean known = update(changed.id(), old -> {
            boolean samePlace = old.breakpoint().trigger().equals(changed.trigger());
            if (!samePlace) {
                anchors.keep(changed.id(), anchor);
            } else if (old.state() instanceof Gone) {
                return new BreakpointStatus(changed, old.state(), old.hits());
            }
            boolean sameCode = samePlace
                    && old.breakpoint().condition().equals(changed.condition())
                    && old.breakpoint().message().equals(changed.message());
            return new BreakpointStatus(changed, sameCode ? old.state() : new Pending(), old.hits());
        });
        if (known) {
            changed();
        }
    }

    /** The number that the next one will have. */
    public synchronized long next() {
        return last + 1;
    }

    /** Takes one away; nothing where there is none. */
    public void remove(long id) {
        synchronized (this) {
            anchors.keep(id, Optional.empty());
            list = list.stream()
                    .filter(status -> status.breakpoint().id() != id)
                    .toList();
        }
        changed();
    }

    /** As a click in the gutter: takes away what is in this line, or adds a plain one. */
    public void toggle(Path source, int line) {
        Breakpoint plain = Breakpoint.at(source, line);
        List<BreakpointStatus> there = list().stream()
                .filter(status -> status.breakpoint().trigger().equals(plain.trigger()))
                .toList();
        if (there.isEmpty()) {
            add(plain);
        } else {
            there.forEach(status -> remove(status.breakpoint().id()));
        }
    }

    /** This file may have been edited: breakpoints in it move along with their lines. */
    public void follow(Path source) {
        follow(source::equals);
    }

    private void follow(Predicate<Path> edited) {
        Map<Path, List<String>> texts = texts(edited);
        boolean learned;
        boolean news;
        synchronized (this) {
            Map<Long, Anchor> before = anchors.all();
            List<BreakpointStatus> now =
                    list.stream().map(status -> anchors.follow(status, texts)).toList();
            learned = !anchors.all().equals(before);
            news = !now.equals(list);
            list = now;
        }
        if (learned || news) {
            save();
        }
        if (news) {
            engines.forEach(Runnable::run);
            tell();
        }
    }

    private Map<Path, List<String>> texts(Predicate<Path> wanted) {
        var texts = new HashMap<Path, List<String>>();
        for (BreakpointStatus status : list()) {
            if (status.breakpoint().trigger() instanceof Trigger.Line(Path source, int _)
                    && wanted.test(source)
                    && !texts.containsKey(source)) {
                Anchor.lines(source).ifPresent(lines -> texts.put(source, lines));
            }
        }
        return texts;
    }

    private static Optional<Anchor> anchor(Breakpoint breakpoint) {
        return breakpoint.trigger() instanceof Trigger.Line(Path source, int line)
                ? Anchor.lines(source).flatMap(lines -> Anchor.of(lines, line))
                : Optional.empty();
    }

    /** For engines: what has become of one. */
    public void report(long id, State state) {
        boolean news = find(id).filter(old -> !old.state().equals(state)).isPresent()
                && update(id, old -> new BreakpointStatus(old.breakpoint(), state, old.hits()));
        if (news) {
            tell();
        }
    }

    /** For engines: one was reached, and its condition held. Returns how often that was. */
    public long hit(long id) {
        update(id, old -> new BreakpointStatus(old.breakpoint(), old.state(), old.hits() + 1));
        long hits = find(id).map(BreakpointStatus::hits).orElse(0L);
        tell();
        return hits;
    }

    /** For engines: the code is about to be loaded anew, edited perhaps, so that nothing is known of any. */
    public void forget() {
        follow(source -> true);
        synchronized (this) {
            list = list.stream()
                    .map(old -> new BreakpointStatus(
                            old.breakpoint(), old.state() instanceof Gone ? old.state() : new Pending(), 0))
                    .toList();
        }
        tell();
    }

    /** For engines: is called after each change but what was reported, on the thread that made it. */
    public void onDefinition(Runnable changed) {
        engines.add(changed);
    }

    /** Is called after each change, on the thread that made it; it must not block. */
    public Subscription subscribe(Runnable changed) {
        listeners.add(changed);
        return () -> listeners.remove(changed);
    }

    private synchronized boolean update(long id, UnaryOperator<BreakpointStatus> change) {
        boolean[] found = {false};
        list = list.stream()
                .map(old -> {
                    if (old.breakpoint().id() != id) {
                        return old;
                    }
                    found[0] = true;
                    return change.apply(old);
                })
                .toList();
        return found[0];
    }

    private void changed() {
        save();
        engines.forEach(Runnable::run);
        tell();
    }

    private void save() {
        synchronized (saving) {
            BreakpointFile where;
            List<BreakpointFile.Kept> kept;
            synchronized (this) {
                where = file;
                kept = list.stream()
                        .map(BreakpointStatus::breakpoint)
                        .map(breakpoint -> new BreakpointFile.Kept(breakpoint, anchors.of(breakpoint.id())))
                        .toList();
            }
            if (where != null) {
                where.save(kept);
            }
        }
    }

    private void tell() {
        for (Runnable listener : listeners) {
            try {
                listener.run();
            } catch (RuntimeException failed) {
                LOG.error("A view of the breakpoints failed", failed);
            }
        }
    }
}
