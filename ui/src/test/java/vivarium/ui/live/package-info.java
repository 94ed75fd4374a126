@NullMarked
package vivarium.ui.live;

import org.jspecify.annotations.NullMarked;
