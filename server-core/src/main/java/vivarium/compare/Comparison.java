package vivarium.compare;

import java.util.List;

/**
 * How two exchanges differ. Immutable.
 *
 * @param sections the parts that differ, in the order of an exchange's life
 * @param ignored how many differences the rules have left out
 * @param timings of both, by phase; they are never the same and so no difference
 */
public record Comparison(long left, long right, List<Section> sections, int ignored, List<Timing> timings) {
    public Comparison {
        sections = List.copyOf(sections);
        timings = List.copyOf(timings);
    }

    /** A part of the exchanges with what is different in it. */
    public record Section(Part part, List<Difference> differences) {
        public Section {
            differences = List.copyOf(differences);
        }
    }

    /** How long a phase took, in nanoseconds; -1 where it did not end. */
    public record Timing(String phase, long left, long right) {}

    /** The parts of an exchange. */
    public enum Part {
        REQUEST("request"),
        REQUEST_HEADERS("request headers"),
        REQUEST_BODY("request body"),
        ENVIRON("environ"),
        STATUS("status"),
        RESPONSE_HEADERS("response headers"),
        RESPONSE_BODY("response body"),
        LOG("log"),
        EXCEPTION("exception");

        private final String label;

        Part(String label) {
            this.label = label;
        }

        /** As users see it. */
        public String label() {
            return label;
        }
    }

    /** Whether nothing differs that counts. */
    public boolean same() {
        return sections.isEmpty();
    }
}
