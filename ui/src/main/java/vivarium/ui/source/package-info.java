/** Source files, to be read: highlighted, with line numbers and a gutter in which breakpoints will have their place. */
@NullMarked
package vivarium.ui.source;

import org.jspecify.annotations.NullMarked;
