/** The error log: everything that the application, its libraries and Vivarium had to say, line by line. */
@NullMarked
package vivarium.ui.log;

import org.jspecify.annotations.NullMarked;
