/** What the user notes about exchanges: marks, pins, comments. The window makes it; the table of requests has its items and keys. */
@NullMarked
package vivarium.ui.notes;

import org.jspecify.annotations.NullMarked;
