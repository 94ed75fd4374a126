/** Tests of what the commands share. */
@NullMarked
package vivarium.app.inspect;

import org.jspecify.annotations.NullMarked;
