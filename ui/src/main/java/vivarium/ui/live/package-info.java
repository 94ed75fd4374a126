/** How the journal reaches the panes: in order, in one batch a pulse, on the FX thread. Any pane may use it. */
@NullMarked
package vivarium.ui.live;

import org.jspecify.annotations.NullMarked;
