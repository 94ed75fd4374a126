/** Draws panes with made-up but realistic data into pictures, to be looked at. */
@NullMarked
package vivarium.ui.gallery;

import org.jspecify.annotations.NullMarked;
