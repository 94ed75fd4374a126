/** Tests of the table of requests. */
@NullMarked
package vivarium.ui.requests;

import org.jspecify.annotations.NullMarked;
