/**
 * Thread dumps: where every Python thread is, and which request it serves, as one immutable value, as text, and in a file.
 *
 * <p>Called by {@code run} and by whoever shows threads; knows {@code engine}, {@code server} and {@code journal}.
 */
@NullMarked
package vivarium.threads;

import org.jspecify.annotations.NullMarked;
