/**
 * Checks what an application answers against PEP 3333, RFC 9110 and common sense. {@link vivarium.check.Rule} lists what is looked for
 * and what to do about it. Called by {@code server} at the end of each exchange that is recorded; views read the rules.
 */
@NullMarked
package vivarium.check;

import org.jspecify.annotations.NullMarked;
