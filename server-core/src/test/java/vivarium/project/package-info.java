@NullMarked
package vivarium.project;

import org.jspecify.annotations.NullMarked;
