/**
 * A run: one project being served, from booting Python to the last event in the session file.
 *
 * <p>Puts the parts together and owns their order: engine, application, server, watcher, thread dumps. The command line and the
 * window both call it; nothing below knows it.
 */
@NullMarked
package vivarium.run;

import org.jspecify.annotations.NullMarked;
