/**
 * The trace: a live table of the requests. Put together by the window; what it shows comes from {@link
 * vivarium.ui.exchange.LiveExchanges}, and what is selected goes back there.
 */
@NullMarked
package vivarium.ui.requests;

import org.jspecify.annotations.NullMarked;
