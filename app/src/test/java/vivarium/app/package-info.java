@NullMarked
package vivarium.app;

import org.jspecify.annotations.NullMarked;
