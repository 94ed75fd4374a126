/** The line at the bottom of the window: what is going on, and what it takes. */
@NullMarked
package vivarium.ui.status;

import org.jspecify.annotations.NullMarked;
