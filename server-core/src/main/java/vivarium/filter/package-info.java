/**
 * The filter language: an expression such as {@code status:5xx and path:/notes/*} as what it means.
 *
 * <p>For everyone who finds exchanges: the session file makes SQL of it, {@code exchange} a predicate for those that run, the window
 * and the command line parse what was typed. Knows no other package. Immutable throughout, so for any thread.
 */
@NullMarked
package vivarium.filter;

import org.jspecify.annotations.NullMarked;
