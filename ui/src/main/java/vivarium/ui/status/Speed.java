package vivarium.ui.status;

import java.util.Optional;

/**
 * Whether the two things that make Vivarium quick are at work.
 *
 * @param whyNoJit why Python code is only interpreted, in a sentence; empty where it is compiled
 * @param aotCache whether this process started from the AOT cache
 */
public record Speed(Optional<String> whyNoJit, boolean aotCache) {
    /** For the status bar. */
    String words() {
        return (whyNoJit.isEmpty() ? "JIT" : "No JIT") + " · " + (aotCache ? "AOT cache" : "no AOT cache");
    }

    /** What the words mean for the user. */
    String explanation() {
        return whyNoJit.map(reason -> "JIT: not in use, Python code is only interpreted and stays slow: " + reason)
                        .orElse("JIT: in use, Python code is compiled once it has run for a while")
                + "\n"
                + (aotCache
                        ? "AOT cache: in use, Vivarium starts quickly"
                        : "AOT cache: not in use, Vivarium starts slowly; vivarium --version tells why");
    }
}
