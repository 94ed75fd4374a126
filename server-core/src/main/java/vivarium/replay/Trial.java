package vivarium.replay;

import java.time.Duration;
import java.util.List;

/**
 * One way in which a request was sent, and how the answer compares to the original's.
 *
 * @param way in a few words
 * @param outcome what came of it
 */
public record Trial(String way, Outcome outcome) {
    /** What came of it. */
    public sealed interface Outcome {
        /** It makes no sense for this request, and was not sent. */
        record Skipped(String reason) implements Outcome {}

        /** There was no answer. */
        record Unanswered(String reason) implements Outcome {}

        /**
         * It was answered.
         *
         * @param status as on the wire; of several, how often each
         * @param likeness compared with the original's answer; of several, that of the one which differs most
         * @param different how many of them differ from the original's answer
         * @param sent how many were sent
         * @param complete false where a response was cut off
         * @param took the longest
         */
        record Answered(String status, Likeness likeness, int different, int sent, boolean complete, Duration took)
                implements Outcome {}
    }

    /** Whether the answer is another one than the original's. */
    public boolean differs() {
        return switch (outcome) {
            case Outcome.Skipped skipped -> false;
            case Outcome.Unanswered unanswered -> true;
            case Outcome.Answered answered -> answered.different() > 0 || !answered.complete();
        };
    }

    /** The status, or that there is none. */
    public String status() {
        return switch (outcome) {
            case Outcome.Skipped skipped -> "not sent";
            case Outcome.Unanswered unanswered -> "no answer";
            case Outcome.Answered answered -> answered.status();
        };
    }

    /** Why there was no answer; empty where there was one. */
    public String note() {
        return switch (outcome) {
            case Outcome.Skipped(String reason) -> reason;
            case Outcome.Unanswered(String reason) -> reason;
            case Outcome.Answered answered ->
                answered.different() == 0 || answered.sent() == 1
                        ? ""
                        : answered.different() + " of " + answered.sent() + " differ";
        };
    }

    /** How the header fields compare; empty where there was no answer. */
    public String headers() {
        if (!(outcome instanceof Outcome.Answered answered)) {
            return "";
        }
        List<String> names = answered.likeness().headers();
        return names.isEmpty() ? "same" : String.join(", ", names);
    }

    /** How the body compares; empty where there was no answer. */
    public String body() {
        if (!(outcome instanceof Outcome.Answered answered)) {
            return "";
        }
        int places = answered.likeness().body();
        var cut = answered.complete() ? "" : ", cut off";
        return (places == 0 ? "same" : places == 1 ? "differs in 1 place" : "differs in " + places + " places") + cut;
    }
}
