/** Tests of exchanges: events in, values out; no server runs. */
@NullMarked
package vivarium.exchange;

import org.jspecify.annotations.NullMarked;
