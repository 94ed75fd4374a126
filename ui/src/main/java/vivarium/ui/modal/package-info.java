/** Questions and sheets that lie over the window instead of opening another. */
@NullMarked
package vivarium.ui.modal;

import org.jspecify.annotations.NullMarked;
