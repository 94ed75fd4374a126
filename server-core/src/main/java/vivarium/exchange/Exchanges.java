package vivarium.exchange;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import vivarium.journal.Event;
import vivarium.journal.Event.EventsLost;
import vivarium.journal.Event.RequestStarted;
import vivarium.journal.Note;

/**
 * Puts exchanges together from events as they come: the newest ones, up to a number, and of their bodies the newest bytes. Those that
 * are pinned stay. For one thread at a time.
 */
public final class Exchanges implements ExchangeSource {
    /**
     * What a batch of events did.
     *
     * @param changed the exchanges that are new or changed and still kept, each once, in the order of their first event in the batch
     * @param evicted the oldest ones, which had to go
     */
    public record Changes(List<Outline> changed, List<Long> evicted) {
        /** Nothing. */
        public static final Changes NONE = new Changes(List.of(), List.of());
    }

    /** One part in so many goes at a time. */
    private static final int LUMP = 20;

    private final int most;
    private final long mostBytes;
    private final Map<Long, Assembly> kept = new LinkedHashMap<>();
    private final Queue<Assembly> withBodies = new ArrayDeque<>();
    private long bytes;

    /**
     * @param most exchanges that are kept; the oldest go first
     * @param mostBytes bytes that all their bodies may hold; the oldest bodies go first, their lengths stay
     */
    public Exchanges(int most, long mostBytes) {
        this.most = most;
        this.mostBytes = mostBytes;
    }

    /** {@inheritDoc} Those of exchanges whose start is not here are passed over. */
    @Override
    public Changes accept(List<? extends Event> events) {
        Set<Assembly> touched = new LinkedHashSet<>();
        List<Long> evicted = new ArrayList<>();
        for (Event event : events) {
            if (event instanceof RequestStarted started) {
                var assembly = new Assembly(started);
                kept.put(started.exchange(), assembly);
                touched.add(assembly);
                evict(evicted);
            } else if (event instanceof EventsLost) {
                kept.values().stream().filter(assembly -> !assembly.over()).forEach(Assembly::markGaps);
            } else if (event.exchange() != 0) {
                add(event, touched);
            }
        }
        var changed = new ArrayList<Outline>(touched.size());
        for (var assembly : touched) {
            if (kept.containsKey(assembly.id())) {
                changed.add(assembly.outline());
            }
        }
        return new Changes(changed, evicted);
    }

    @Override
    public Changes note(long id, Note note) {
        var assembly = kept.get(id);
        if (assembly == null || assembly.note().equals(note)) {
            return Changes.NONE;
        }
        if (assembly.note().pinned() && !note.pinned() && assembly.keptBytes() > 0) {
            withBodies.add(assembly); // from now on its turn to give them up may come
        }
        assembly.note(note);
        return new Changes(List.of(assembly.outline()), List.of());
    }

    @Override
    public Optional<Exchange> exchange(long id) {
        return Optional.ofNullable(kept.get(id)).map(Assembly::exchange);
    }

    @Override
    public Optional<Outline> outline(long id) {
        return Optional.ofNullable(kept.get(id)).map(Assembly::outline);
    }

    @Override
    public List<Outline> outlines() {
        return kept.values().stream().map(Assembly::outline).toList();
    }

    @Override
    public Optional<Exchange> previousToSamePath(Exchange exchange) {
        Assembly previous = null;
        var path = exchange.request().path();
        for (var assembly : kept.values()) {
            if (assembly.id() == exchange.id()) {
                break;
            }
            if (assembly.path().equals(path)) {
                previous = assembly;
            }
        }
        return Optional.ofNullable(previous).map(Assembly::exchange);
    }

    /** How many are kept. */
    public int size() {
        return kept.size();
    }

    /** Forgets all but those that are pinned. Events of the exchanges that still run are passed over from here on. */
    @Override
    public void clear() {
        kept.values().removeIf(assembly -> !assembly.note().pinned());
        withBodies.clear();
        bytes = kept.values().stream().mapToLong(Assembly::keptBytes).sum();
    }

    private void add(Event event, Set<Assembly> touched) {
        var assembly = kept.get(event.exchange());
        if (assembly == null) {
            return;
        }
        long before = assembly.keptBytes();
        assembly.add(event);
        touched.add(assembly);
        long added = assembly.keptBytes() - before;
        if (added > 0) {
            bytes += added;
            if (before == 0) {
                withBodies.add(assembly);
            }
            forgetOldBodies();
        }
    }

    private void forgetOldBodies() {
        while (bytes > mostBytes && !withBodies.isEmpty()) {
            var oldest = withBodies.remove();
            if (!oldest.note().pinned()) {
                bytes -= oldest.forgetBodies();
            }
        }
    }

    /** In lumps: a list that loses a row with each one that it gains would never come to rest. */
    private void evict(List<Long> evicted) {
        if (kept.size() <= most) {
            return;
        }
        var eldest = kept.values().iterator();
        while (kept.size() > most - most / LUMP && eldest.hasNext()) {
            var assembly = eldest.next();
            if (assembly.note().pinned()) {
                continue;
            }
            eldest.remove();
            evicted.add(assembly.id());
            // Still in the queue of bodies, where it comes up as empty in its time.
            bytes -= assembly.forgetBodies();
        }
    }
}
