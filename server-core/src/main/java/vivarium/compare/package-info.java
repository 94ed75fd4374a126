/**
 * Two exchanges side by side: what is different, part by part.
 *
 * <p>For the command line, for replays and for the window. Works in memory on {@link vivarium.exchange.Captured}, and may take half a second
 * for large bodies: not for the FX thread. Knows {@code exchange} and {@code journal}.
 */
@NullMarked
package vivarium.compare;

import org.jspecify.annotations.NullMarked;
