package vivarium.app.inspect;

import java.io.PrintWriter;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import vivarium.exchange.Amounts;
import vivarium.exchange.Captured;
import vivarium.replay.Answer;
import vivarium.replay.Likeness;
import vivarium.replay.Trial;

/** Prints a line for each answer. Any thread. */
final class ReplayPrinter {
    private final PrintWriter out;
    private final boolean json;

    ReplayPrinter(PrintWriter out, boolean json) {
        this.out = out;
        this.json = json;
    }

    /** @param likeness how it compares with what the original got; a request without an answer then is like any */
    synchronized void print(int number, Answer answer, Captured origin, Likeness likeness) {
        boolean same = likeness.sameAnswer() && answer.complete();
        var response = answer.response();
        if (json) {
            out.println(object().put("number", number)
                    .put("origin_id", origin.id())
                    .put("status", response.code())
                    .put("bytes", response.body().length())
                    .put("complete", answer.complete())
                    .put("took_ms", answer.took().toNanos() / 1e6)
                    .put("same", same)
                    .put("differs", likeness.words())
                    .toString());
            return;
        }
        var verdict = origin.response().isEmpty()
                ? ""
                : same ? "as then" : likeness.sameAnswer() ? "cut off" : "other than then: " + likeness.words();
        out.println("%3d  #%d  %s  %s  %s  %s"
                .formatted(
                        number,
                        origin.id(),
                        response.status(),
                        Amounts.size(response.body().length()),
                        Amounts.duration(answer.took().toNanos()),
                        verdict)
                .stripTrailing());
    }

    synchronized void print(long origin, Trial trial) {
        long nanos = trial.outcome() instanceof Trial.Outcome.Answered answered
                ? answered.took().toNanos()
                : -1;
        if (json) {
            ObjectNode object = object().put("origin_id", origin)
                    .put("way", trial.way())
                    .put("status", trial.status())
                    .put("headers", trial.headers())
                    .put("body", trial.body())
                    .put("note", trial.note())
                    .put("differs", trial.differs());
            out.println((nanos < 0 ? object.putNull("took_ms") : object.put("took_ms", nanos / 1e6)).toString());
            return;
        }
        out.println("%s %-38s %-24s %-20s %-24s %s"
                .formatted(
                        trial.differs() ? "≠" : " ",
                        trial.way(),
                        trial.status(),
                        trial.headers(),
                        trial.body(),
                        nanos < 0 ? trial.note() : Amounts.duration(nanos))
                .stripTrailing());
    }

    private static ObjectNode object() {
        return JsonMapper.shared().createObjectNode();
    }
}
