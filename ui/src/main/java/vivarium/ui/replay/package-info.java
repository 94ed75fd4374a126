/** Sending captured requests again, and what became of it: the replays beside their origins, and how they differ. */
@NullMarked
package vivarium.ui.replay;

import org.jspecify.annotations.NullMarked;
