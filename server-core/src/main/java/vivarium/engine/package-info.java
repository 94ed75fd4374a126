/**
 * What it takes to run Python: the engine as the server sees it, and a request as the engine sees it.
 *
 * <p>{@code vivarium.engine.embedded} and {@code vivarium.engine.daemon} implement it and do not know each other. Neither
 * this package nor those below it know who accepts the requests.
 */
@NullMarked
package vivarium.engine;

import org.jspecify.annotations.NullMarked;
