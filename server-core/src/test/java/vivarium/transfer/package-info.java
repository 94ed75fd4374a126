@NullMarked
package vivarium.transfer;

import org.jspecify.annotations.NullMarked;
