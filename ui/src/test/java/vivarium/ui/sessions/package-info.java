/** Tests of what reads sessions for the window, without a window. */
@NullMarked
package vivarium.ui.sessions;

import org.jspecify.annotations.NullMarked;
