/** Tests of the debugger's pane without a debugger. */
@NullMarked
package vivarium.ui.debugger;

import org.jspecify.annotations.NullMarked;
