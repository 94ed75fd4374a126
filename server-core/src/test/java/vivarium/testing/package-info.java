/**
 * What tests of every package share: one Python for the whole test JVM, a journal in memory, raw sockets.
 */
@NullMarked
package vivarium.testing;

import org.jspecify.annotations.NullMarked;
