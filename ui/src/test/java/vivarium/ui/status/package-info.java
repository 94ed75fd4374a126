@NullMarked
package vivarium.ui.status;

import org.jspecify.annotations.NullMarked;
