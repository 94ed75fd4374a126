/**
 * The window: what puts the panes together, and what every pane knows.
 *
 * <p>One package below this for each pane, a {@code …View} beside a {@code …ViewModel}. Called by {@code app}; knows {@code
 * server-core} and {@code icons}, and nothing of Jetty, GraalVM, Truffle or SQL.
 */
@NullMarked
package vivarium.ui;

import org.jspecify.annotations.NullMarked;
