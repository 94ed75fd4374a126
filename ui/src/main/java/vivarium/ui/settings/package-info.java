/** What is remembered between starts, and where: one JSON file in the user's configuration folder, and the dialog that edits it. */
@NullMarked
package vivarium.ui.settings;

import org.jspecify.annotations.NullMarked;
