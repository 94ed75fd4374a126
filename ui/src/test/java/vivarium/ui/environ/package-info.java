/** Tests of the environ inspector. */
@NullMarked
package vivarium.ui.environ;

import org.jspecify.annotations.NullMarked;
