package vivarium.journal;

import org.jspecify.annotations.Nullable;

/**
 * A row of the table {@code event}, but for its number. The event's fields are those of {@code data} and those of the shared text.
 *
 * @param shared the number of a text, or 0
 * @param data a JSON object, or null where there is nothing to say
 * @param body null for kinds that have none
 */
record StoredEvent(
        Kind kind,
        long exchange,
        long at,
        long shared,
        @Nullable String data,
        @Nullable Bytes body) {}
