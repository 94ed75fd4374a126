/** What is in the window before a project is open. */
@NullMarked
package vivarium.ui.welcome;

import org.jspecify.annotations.NullMarked;
