@NullMarked
package vivarium.ui.toolbar;

import org.jspecify.annotations.NullMarked;
