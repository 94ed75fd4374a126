@NullMarked
package vivarium.replay;

import org.jspecify.annotations.NullMarked;
