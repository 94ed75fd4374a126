/**
 * The embedded engine: GraalPy in this process, one context, each request on the thread that the server gives it.
 *
 * <p>The only package that knows GraalVM. It implements {@link vivarium.engine.PythonEngine}; only {@code app} names it.
 */
@NullMarked
package vivarium.engine.embedded;

import org.jspecify.annotations.NullMarked;
