/** The project's files as a tree. */
@NullMarked
package vivarium.ui.project;

import org.jspecify.annotations.NullMarked;
