/**
 * An exchange: what the events that carry its number add up to, and what its bodies hold.
 *
 * <p>For the window and for the command line. Knows {@code journal} alone; nothing here is shared between threads by itself.
 */
@NullMarked
package vivarium.exchange;

import org.jspecify.annotations.NullMarked;
