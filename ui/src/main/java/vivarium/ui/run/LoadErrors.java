package vivarium.ui.run;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vivarium.journal.Event;

/** Says in words that an application could not be loaded, and where to look. */
final class LoadErrors {
    /** A syntax error has no frame of its own, but a line of the traceback names its place. */
    private static final Pattern PLACE =
            Pattern.compile("^ *File \"(?<file>[^\"]+)\", line (?<line>\\d+)", Pattern.MULTILINE);

    private LoadErrors() {}

    /**
     * @param folder of the project; places outside are passed over
     * @param again whether an older version serves on
     */
    static Notice notice(Event.ApplicationFailed event, @Nullable Path folder, boolean again) {
        var failure = event.failure();
        List<Remedy> remedies = new ArrayList<>();
        Optional<Remedy.ShowSource> place = place(failure.traceback(), folder);
        place.ifPresent(source -> {
            remedies.add(source);
            remedies.add(new Remedy.EditSource(source.file(), source.line()));
        });
        String where = place.map(source -> shown(source.file(), folder) + ", line " + source.line() + ": ")
                .orElse("");
        String message = failure.message().isEmpty() ? failure.type() : failure.type() + ": " + failure.message();
        return new Notice(
                Notice.Kind.PROBLEM,
                event.application() + " could not be loaded",
                where + message + "\nIt is loaded again as soon as you save a file."
                        + (again ? " Until then what was loaded before serves on." : ""),
                remedies);
    }

    /** The last place in the project that the traceback names. */
    static Optional<Remedy.ShowSource> place(String traceback, @Nullable Path folder) {
        Optional<Remedy.ShowSource> last = Optional.empty();
        var places = PLACE.matcher(traceback);
        while (places.find()) {
            try {
                Path file = Path.of(places.group("file"));
                if (folder == null || file.startsWith(folder)) {
                    last = Optional.of(new Remedy.ShowSource(file, Integer.parseInt(places.group("line"))));
                }
            } catch (InvalidPathException | NumberFormatException unusual) {
                // "<frozen importlib>" and the like are no places that can be opened.
            }
        }
        return last;
    }

    private static String shown(Path file, @Nullable Path folder) {
        return folder != null && file.startsWith(folder)
                ? folder.relativize(file).toString()
                : file.toString();
    }
}
