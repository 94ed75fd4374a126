/**
 * The debugger as its users see it: breakpoints, paused threads with their frames and variables, steps.
 *
 * <p>Called by the window, the command line and {@code run}. The engines implement {@link vivarium.debug.Debugger} and
 * {@link vivarium.debug.Pause}; no type of theirs appears here. Words are those of the Debug Adapter Protocol and of Python's pdb.
 */
@NullMarked
package vivarium.debug;

import org.jspecify.annotations.NullMarked;
