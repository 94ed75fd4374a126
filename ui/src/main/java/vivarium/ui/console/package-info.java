/** The console: what the application prints, and what is typed for it to read. */
@NullMarked
package vivarium.ui.console;

import org.jspecify.annotations.NullMarked;
