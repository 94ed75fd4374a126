/**
 * Standard input and standard output of the running application: what the engine is given as its streams, and what a window shows
 * and types; and the same at the terminal that Vivarium was started in, which the application shares with the debugger.
 *
 * <p>Called by {@code app}, which hands the streams to the engine, and by the console's pane. Knows neither, nor any engine.
 */
@NullMarked
package vivarium.console;

import org.jspecify.annotations.NullMarked;
