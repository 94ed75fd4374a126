@NullMarked
package vivarium.ui.settings;

import org.jspecify.annotations.NullMarked;
