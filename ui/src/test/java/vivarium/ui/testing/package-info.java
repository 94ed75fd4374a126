/** What tests of the window share: one Python for the whole test JVM, a real window without a display, a robot. */
@NullMarked
package vivarium.ui.testing;

import org.jspecify.annotations.NullMarked;
