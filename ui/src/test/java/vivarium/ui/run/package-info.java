@NullMarked
package vivarium.ui.run;

import org.jspecify.annotations.NullMarked;
