@NullMarked
package vivarium.filter;

import org.jspecify.annotations.NullMarked;
