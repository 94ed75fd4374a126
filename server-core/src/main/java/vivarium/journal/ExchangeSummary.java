package vivarium.journal;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** A row of the view {@code exchanges} of a session file; {@code docs/session-format.md} says what each column is. */
public record ExchangeSummary(
        long id,
        Instant startedAt,
        String method,
        String path,
        String query,
        OptionalInt status,
        long requestBytes,
        long responseBytes,
        OptionalDouble durationMs,
        Optional<String> thread,
        OptionalLong origin,
        Optional<String> error) {}
