/** The row of buttons and counters at the top of the window. */
@NullMarked
package vivarium.ui.toolbar;

import org.jspecify.annotations.NullMarked;
