/**
 * The journal: one ordered stream of immutable events, and the session file that keeps them.
 *
 * <p>Everything that is observed is an {@link vivarium.journal.Event}. Any thread appends; one writer hands the events on,
 * in order and in batches, to subscribers and to the session file. Every package may use this one; it uses none of them.
 */
@NullMarked
package vivarium.journal;

import org.jspecify.annotations.NullMarked;
