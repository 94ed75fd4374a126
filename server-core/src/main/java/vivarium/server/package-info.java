/**
 * The HTTP server: Jetty's connections on one side, a {@link vivarium.engine.PythonEngine} on the other; between them the
 * environ, the rules for responses, and the events that say what passed by.
 *
 * <p>The only package that knows Jetty. Called by {@code app}; it knows {@code engine} and {@code journal}.
 */
@NullMarked
package vivarium.server;

import org.jspecify.annotations.NullMarked;
