/**
 * Exchanges for other programs, and from them: HAR, command lines, Python, JSON, files.
 *
 * <p>For the command line and for the window's clipboard. Works in memory on {@link vivarium.exchange.Captured}; knows {@code exchange} and
 * {@code journal}, and nothing of servers.
 */
@NullMarked
package vivarium.transfer;

import org.jspecify.annotations.NullMarked;
