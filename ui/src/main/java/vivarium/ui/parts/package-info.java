/** Small parts that several panes are built from. Any pane may use them; they know no pane. */
@NullMarked
package vivarium.ui.parts;

import org.jspecify.annotations.NullMarked;
