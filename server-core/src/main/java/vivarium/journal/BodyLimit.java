package vivarium.journal;

import java.util.List;
import java.util.Map;
import vivarium.journal.Event.ChunkWritten;
import vivarium.journal.Event.ExchangeEnded;
import vivarium.journal.Event.InputRead;

/** Keeps the first bytes of each body and cuts the rest; the lengths stay true. For one thread. */
final class BodyLimit {
    /** More exchanges than can be open at once; those whose end was lost are forgotten in the end. */
    private static final int EXCHANGES = 10_000;

    private static final class Room {
        int request;
        int response;

        Room(int limit) {
            request = limit;
            response = limit;
        }
    }

    private final int limit;
    private final Map<Long, Room> rooms = new LeastRecentlyUsed<>(EXCHANGES);

    /** @param limit bytes that are kept of each request's body and of each response's */
    BodyLimit(int limit) {
        this.limit = limit;
    }

    /** The events in their order, bodies cut where they are over the limit. */
    List<Event> apply(List<Event> events) {
        events.replaceAll(this::apply);
        return events;
    }

    private Event apply(Event event) {
        switch (event) {
            case InputRead e
            when e.data().kept().length > 0 -> {
                var room = room(e);
                var data = e.data().cutTo(room.request);
                room.request -= data.kept().length;
                return data.kept().length == e.data().kept().length
                        ? e
                        : new InputRead(e.at(), e.exchange(), e.call(), data);
            }
            case ChunkWritten e
            when e.data().kept().length > 0 -> {
                var room = room(e);
                var data = e.data().cutTo(room.response);
                room.response -= data.kept().length;
                return data.kept().length == e.data().kept().length ? e : new ChunkWritten(e.at(), e.exchange(), data);
            }
            case ExchangeEnded e -> {
                rooms.remove(e.exchange());
                return e;
            }
            default -> {
                return event;
            }
        }
    }

    private Room room(Event event) {
        return rooms.computeIfAbsent(event.exchange(), id -> new Room(limit));
    }
}
