/** Events as a guestbook's visitors make them, for tests and pictures of panes. */
@NullMarked
package vivarium.ui.traffic;

import org.jspecify.annotations.NullMarked;
