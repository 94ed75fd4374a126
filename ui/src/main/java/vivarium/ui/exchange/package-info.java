/**
 * One exchange in full: what happened on one time line, the request, the response, and what went wrong; and the exchanges that the
 * window keeps. Put together by the window, fed by the journal's feed.
 */
@NullMarked
package vivarium.ui.exchange;

import org.jspecify.annotations.NullMarked;
