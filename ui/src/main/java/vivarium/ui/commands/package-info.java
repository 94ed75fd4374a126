/** Everything that can be commanded, in one table: menus, tool bar, shortcuts and the sheet of shortcuts are made from it. */
@NullMarked
package vivarium.ui.commands;

import org.jspecify.annotations.NullMarked;
