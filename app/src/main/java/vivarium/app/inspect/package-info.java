/**
 * The commands that look into sessions without a window and without Python. Called by {@code vivarium.app} alone.
 */
@NullMarked
package vivarium.app.inspect;

import org.jspecify.annotations.NullMarked;
