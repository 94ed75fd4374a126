@NullMarked
package vivarium.compare;

import org.jspecify.annotations.NullMarked;
