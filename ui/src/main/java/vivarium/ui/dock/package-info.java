/** Where the panes are: a tree of splits and tabs that users rearrange. The window alone uses it; BentoFX is known nowhere else. */
@NullMarked
package vivarium.ui.dock;

import org.jspecify.annotations.NullMarked;
