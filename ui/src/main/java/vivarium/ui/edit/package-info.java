/** Changing a request before it is sent: its line, its query and headers as tables, its body with the editor that fits. */
@NullMarked
package vivarium.ui.edit;

import org.jspecify.annotations.NullMarked;
