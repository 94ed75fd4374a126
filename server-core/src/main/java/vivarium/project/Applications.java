package vivarium.project;

import java.util.List;
import java.util.stream.Collectors;

/**
 * The application that is to run, and those that could have been.
 *
 * @param others best first; empty when the user named the application
 */
public record Applications(Candidate chosen, List<Candidate> others) {
    public Applications {
        others = List.copyOf(others);
    }

    /** The choice and its reason, as one line for the log. */
    public String line() {
        var choice = "Application: " + chosen.name() + " (" + chosen.reason() + ")";
        return others.isEmpty()
                ? choice
                : choice + "; also found: "
                        + others.stream().map(Candidate::name).collect(Collectors.joining(", "))
                        + " – choose with --application";
    }
}
