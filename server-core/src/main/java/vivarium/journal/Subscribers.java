package vivarium.journal;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Those that a journal hands its events to. One that fails is logged once and gets the next events all the same. */
final class Subscribers {
    private static final Logger LOG = LoggerFactory.getLogger(Subscribers.class);

    private static final class Subscriber {
        final Consumer<List<Event>> consumer;
        boolean failed;

        Subscriber(Consumer<List<Event>> consumer) {
            this.consumer = consumer;
        }
    }

    private final List<Subscriber> subscribers = new CopyOnWriteArrayList<>();

    Subscription add(Consumer<List<Event>> consumer) {
        var subscriber = new Subscriber(consumer);
        subscribers.add(subscriber);
        return () -> subscribers.remove(subscriber);
    }

    /** For the journal's writer thread alone. */
    void deliver(List<Event> events) {
        for (var subscriber : subscribers) {
            try {
                subscriber.consumer.accept(events);
            } catch (RuntimeException | Error e) {
                if (!subscriber.failed) {
                    subscriber.failed = true;
                    LOG.error("A view of the journal failed; it may miss events", e);
                }
            }
        }
    }
}
