/** How everything looks: AtlantaFX's themes, and one style sheet of our own for spacing and type. */
@NullMarked
package vivarium.ui.theme;

import org.jspecify.annotations.NullMarked;
