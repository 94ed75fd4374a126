/** The environ inspector: every key with its value, what it is, and what is new about it. Shown as a tab of the exchange. */
@NullMarked
package vivarium.ui.environ;

import org.jspecify.annotations.NullMarked;
