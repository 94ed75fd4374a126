/**
 * A project: its folder, the WSGI application in it, its virtual environment, how to run it, and word of its changes.
 *
 * <p>Nothing here runs Python; source files are only read. Every package of the core, the window and the command line may
 * use this one; it uses none of them. What the user got wrong comes out as a {@link vivarium.project.ProjectException},
 * whose message is made to be shown as it is.
 */
@NullMarked
package vivarium.project;

import org.jspecify.annotations.NullMarked;
