package vivarium.ui.exchange;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import vivarium.exchange.Exchange;
import vivarium.exchange.ExchangeSource;
import vivarium.exchange.Exchanges.Changes;
import vivarium.exchange.Outline;
import vivarium.journal.Event;
import vivarium.journal.Note;

/**
 * The exchanges that the window keeps, and the one that is looked at. FX thread only.
 *
 * <p>As many as its {@link ExchangeSource} holds. The one that is looked at stays as it was seen last when it is no longer kept.
 */
public final class LiveExchanges {
    private final ExchangeSource exchanges;
    private final List<Consumer<Changes>> receivers = new ArrayList<>();
    private final List<Runnable> clearings = new ArrayList<>();
    private final ReadOnlyObjectWrapper<Optional<Exchange>> current = new ReadOnlyObjectWrapper<>(Optional.empty());

    /** From here on these exchanges are this one's own. */
    public LiveExchanges(ExchangeSource exchanges) {
        this.exchanges = exchanges;
    }

    /** Takes a batch of events; give this to {@code JournalFeed.add}. */
    public void accept(List<Event> events) {
        took(exchanges.accept(events));
    }

    /** The user notes this about an exchange from now on; nothing happens where it is not kept. */
    public void note(long id, Note note) {
        took(exchanges.note(id, note));
    }

    /** Tells what changed about exchanges. */
    public void took(Changes changes) {
        if (changes.changed().isEmpty() && changes.evicted().isEmpty()) {
            return;
        }
        receivers.forEach(receiver -> receiver.accept(changes));
        current.get().ifPresent(shown -> {
            if (changes.changed().stream().anyMatch(outline -> outline.id() == shown.id())) {
                select(shown.id());
            }
        });
    }

    /** From now on this is told what each batch did. */
    public void add(Consumer<Changes> receiver) {
        receivers.add(receiver);
    }

    /** From now on this is told when all exchanges are forgotten. */
    public void onClear(Runnable clearing) {
        clearings.add(clearing);
    }

    /** The one that is looked at, as it is by now; a new value whenever more of it is known. */
    public ReadOnlyObjectProperty<Optional<Exchange>> current() {
        return current.getReadOnlyProperty();
    }

    /** Looks at this exchange from now on; nothing changes where it is not kept. */
    public void select(long id) {
        exchanges.exchange(id).ifPresent(exchange -> current.set(Optional.of(exchange)));
    }

    /** Everything that is known of that exchange by now, where it is kept. */
    public Optional<Exchange> exchange(long id) {
        return exchanges.exchange(id);
    }

    /** That exchange in a few facts, where it is kept. */
    public Optional<Outline> outline(long id) {
        return exchanges.outline(id);
    }

    /** All that are kept in a few facts each, oldest first. */
    public List<Outline> outlines() {
        return exchanges.outlines();
    }

    /** What went before it to the same path, of those that are kept. */
    public Optional<Exchange> previousToSamePath(Exchange exchange) {
        return exchanges.previousToSamePath(exchange);
    }

    /** Forgets all that are not pinned. What is being recorded to the session file stays there. */
    public void clear() {
        exchanges.clear();
        current.set(Optional.empty());
        clearings.forEach(Runnable::run);
        took(new Changes(exchanges.outlines(), List.of()));
    }
}
