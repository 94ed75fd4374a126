/**
 * The run as the window sees it: commands that never block the FX thread, a phase to show, and notices with remedies for what went wrong.
 */
@NullMarked
package vivarium.ui.run;

import org.jspecify.annotations.NullMarked;
