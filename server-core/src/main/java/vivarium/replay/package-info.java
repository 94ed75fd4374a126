/**
 * Sending captured requests again to the running application: as they were, edited, in variants, many times.
 *
 * <p>For the window and for the command line. Sending blocks, so it is done on threads that the caller gives; nothing here knows a server
 * but for the bytes that go over its connection.
 */
@NullMarked
package vivarium.replay;

import org.jspecify.annotations.NullMarked;
