@NullMarked
package vivarium.debug;

import org.jspecify.annotations.NullMarked;
