/** Tests of the exchange pane. */
@NullMarked
package vivarium.ui.exchange;

import org.jspecify.annotations.NullMarked;
