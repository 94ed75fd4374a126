/** The debugger as the window shows it: paused threads, frames, variables, breakpoints, and the marks beside the source. */
@NullMarked
package vivarium.ui.debugger;

import org.jspecify.annotations.NullMarked;
