/**
 * The program: {@code main}, the command line, and the wiring of everything else. Nobody calls it.
 *
 * <p>Holds no business rules. The only package that ends the process.
 */
@NullMarked
package vivarium.app;

import org.jspecify.annotations.NullMarked;
