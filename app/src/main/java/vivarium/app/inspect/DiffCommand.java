package vivarium.app.inspect;

import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.json.JsonMapper;
import vivarium.compare.Comparing;
import vivarium.compare.Comparison;
import vivarium.compare.Difference;
import vivarium.compare.IgnoreRules;
import vivarium.exchange.Amounts;

/** Compares two exchanges. */
@Command(
        name = "diff",
        sortOptions = false,
        usageHelpWidth = 100,
        header = "Compare two exchanges: messages, environ, log, exception, timing.",
        footer = {"", "Exit codes: 0 they are the same, 3 they differ."})
public final class DiffCommand implements Callable<Integer> {
    private static final int DIFFERENT = 3;

    @Parameters(
            index = "0",
            paramLabel = "SESSION",
            description = "A .vivarium file, a name of a session, or a project's folder.")
    private String session = "";

    @Parameters(index = "1", paramLabel = "ID", description = "The number of the one.")
    private long left;

    @Parameters(index = "2", paramLabel = "ID", description = "The number of the other.")
    private long right;

    @Option(
            names = "--ignore",
            paramLabel = "NAME",
            description =
                    "A header, an environ key, a member of JSON or its path ($.list[*].id), cookie.NAME or form.NAME that does"
                            + " not count, beside what the project leaves out; may be given several times.")
    private List<String> ignore = List.of();

    @Option(names = "--all", description = "Dates, tokens, ports and the like count, too.")
    private boolean all;

    @Mixin
    private Printing printing = new Printing();

    @Override
    public Integer call() {
        try (var file = SessionFile.open(session)) {
            var rules = all ? IgnoreRules.none() : file.ignored();
            for (var name : ignore) {
                rules = rules.and(name);
            }
            var comparison = Comparing.compare(file.exchange(left), file.exchange(right), rules);
            printing.out().print(printing.json ? json(comparison) : text(comparison));
            printing.out().flush();
            return comparison.same() ? 0 : DIFFERENT;
        }
    }

    private static String text(Comparison comparison) {
        var text = new StringBuilder();
        for (var section : comparison.sections()) {
            text.append(section.part().label()).append('\n');
            for (var it : section.differences()) {
                text.append("  ").append(it.where()).append('\n');
                if (it.kind() != Difference.Kind.ADDED) {
                    text.append("    - ")
                            .append(it.left().replace("\n", "\n      "))
                            .append('\n');
                }
                if (it.kind() != Difference.Kind.REMOVED) {
                    text.append("    + ")
                            .append(it.right().replace("\n", "\n      "))
                            .append('\n');
                }
            }
        }
        text.append(comparison.same() ? "no difference" : "");
        if (comparison.ignored() > 0) {
            text.append(comparison.same() ? ", " : "").append(comparison.ignored() + " ignored (--all shows them)");
        }
        text.append(text.isEmpty() || text.charAt(text.length() - 1) == '\n' ? "" : "\n");
        for (var timing : comparison.timings()) {
            text.append(timing.phase() + ": " + amount(timing.left()) + " and " + amount(timing.right()) + "\n");
        }
        return text.toString();
    }

    private static String amount(long nanos) {
        return nanos < 0 ? "-" : Amounts.duration(nanos);
    }

    private static String json(Comparison comparison) {
        var object = JsonMapper.shared()
                .createObjectNode()
                .put("same", comparison.same())
                .put("ignored", comparison.ignored());
        var parts = object.putObject("differences");
        for (var section : comparison.sections()) {
            var array = parts.putArray(section.part().label());
            section.differences()
                    .forEach(it -> array.addObject()
                            .put("kind", it.kind().name().toLowerCase(Locale.ROOT))
                            .put("where", it.where())
                            .put("left", it.left())
                            .put("right", it.right()));
        }
        var timings = object.putArray("timings");
        comparison
                .timings()
                .forEach(it -> timings.addObject()
                        .put("phase", it.phase())
                        .put("left_ms", it.left() / 1e6)
                        .put("right_ms", it.right() / 1e6));
        return object.toPrettyString() + "\n";
    }
}
