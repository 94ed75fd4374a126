/** The sheet of shortcuts that F1 shows. */
@NullMarked
package vivarium.ui.shortcuts;

import org.jspecify.annotations.NullMarked;
