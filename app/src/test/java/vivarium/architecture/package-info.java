/** The architecture of docs/design.md as rules over all classes of all modules. */
@NullMarked
package vivarium.architecture;

import org.jspecify.annotations.NullMarked;
