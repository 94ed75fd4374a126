/**
 * The application's own mark and the icons, as resources with one small lookup type. Any package may use it; it uses none.
 */
@NullMarked
package vivarium.icons;

import org.jspecify.annotations.NullMarked;
