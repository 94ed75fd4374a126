/** The sessions of a project: listed, named, deleted, opened. Put together by the window. */
@NullMarked
package vivarium.ui.sessions;

import org.jspecify.annotations.NullMarked;
