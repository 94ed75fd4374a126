/** All Python threads: what each is doing, for which request, and where in the source. */
@NullMarked
package vivarium.ui.threads;

import org.jspecify.annotations.NullMarked;
