package vivarium.app.inspect;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vivarium.compare.IgnoreFile;
import vivarium.compare.IgnoreRules;
import vivarium.exchange.Captured;
import vivarium.replay.Cautions;
import vivarium.replay.CsrfRefresh;
import vivarium.replay.Likeness;
import vivarium.replay.Manner;
import vivarium.replay.ReplayException;
import vivarium.replay.Replayer;
import vivarium.replay.Replays;
import vivarium.replay.SavedRequests;
import vivarium.replay.Trials;
import vivarium.run.RunFile;
import vivarium.server.ReplayMark;

/** Sends captured requests again to the running application. */
@Command(
        name = "replay",
        sortOptions = false,
        usageHelpWidth = 100,
        header = "Send captured requests again to the running application, as captured or changed.",
        footer = {
            "",
            "Nothing is sent to another machine. Exit codes: 0 answered as then, 3 answered otherwise, 2 not answered.",
            "Example: vivarium replay --set form.title=Milk . 17"
        })
public final class ReplayCommand implements Callable<Integer> {
    private static final int FAILED = 2;
    private static final int DIFFERENT = 3;

    @Parameters(
            index = "0",
            paramLabel = "SESSION",
            description = "A .vivarium file, a name of a session, or a project's folder.")
    private String session = "";

    @Parameters(
            index = "1..*",
            paramLabel = "ID",
            arity = "0..*",
            description = "The numbers of the exchanges, in the order to send them.")
    private List<Long> ids = List.of();

    @Option(
            names = "--to",
            paramLabel = "URL",
            description = "Where the application runs. Default: where the session's project is being served.")
    private @Nullable URI to;

    @Option(
            names = "--set",
            paramLabel = "WHAT=VALUE",
            description =
                    "Change the request: method, target, header.NAME, query.NAME, form.NAME, body; may be given several"
                            + " times.")
    private List<String> edits = List.of();

    @Option(
            names = "--manner",
            paramLabel = "HOW",
            defaultValue = "as-captured",
            description = "as-captured, as-head, chunked, byte-by-byte, cut-off, wrong-length, without-cookies,"
                    + " if-none-match.")
    private String manner = "";

    @Option(
            names = "--every-manner",
            description = "Send it in all these ways and 20 times at once, and print how each answer differs.")
    private boolean everyManner;

    @Option(
            names = "--variant",
            paramLabel = "NAME",
            description = "Send the request that the project keeps under this name; may be given several times.")
    private List<String> variants = List.of();

    @Option(
            names = "--refresh-csrf",
            description =
                    "Fetch the page that gave the CSRF token from the running application first, and send its fresh"
                            + " token and cookies.")
    private boolean refreshCsrf;

    @Option(names = "--times", paramLabel = "N", defaultValue = "1", description = "Send each N times.")
    private int times = 1;

    @Option(names = "--parallel", paramLabel = "N", defaultValue = "1", description = "Have N under way at once.")
    private int parallel = 1;

    @Option(names = "--spaced", description = "Keep the distances in time with which they were captured.")
    private boolean spaced;

    @Mixin
    private Printing printing = new Printing();

    @Override
    public Integer call() {
        if (!variants.isEmpty()) {
            return kept();
        }
        if (ids.isEmpty()) {
            throw new InspectException("Say which exchanges to send, by their numbers; vivarium list shows them.");
        }
        try (var file = SessionFile.open(session)) {
            var originals = ids.stream().map(file::exchange).toList();
            var running = RunFile.of(Path.of(file.project()));
            var replayer = new Replayer(
                    LocalApplication.address(to, running),
                    id -> running.filter(run -> file.isOpen()).map(run -> ReplayMark.header(run.secret(), id)),
                    Duration.ZERO);
            var requests = refreshCsrf
                    ? originals.stream()
                            .map(original -> refreshed(original, file, replayer))
                            .toList()
                    : originals;
            return send(requests, replayer, file.ignored());
        }
    }

    /** With a fresh CSRF token, where the request carries one. */
    private Captured refreshed(Captured original, SessionFile file, Replayer replayer) {
        if (!CsrfRefresh.needed(original)) {
            complain("#" + original.id() + ": It carries no CSRF token.");
            return original;
        }
        var refresh = CsrfRefresh.of(original, file.pagesBefore(original.id()).stream())
                .orElseThrow(() -> new InspectException(
                        "#" + original.id() + ": no page of the session gave its CSRF token; nothing was sent."));
        try {
            var fresh = refresh.fetch(replayer);
            complain("#" + original.id() + ": Its CSRF token was fetched anew from "
                    + refresh.page().request().target() + " (#" + refresh.page().id() + ").");
            return fresh;
        } catch (ReplayException stale) {
            throw new InspectException("#" + original.id() + ": " + stale.getMessage());
        }
    }

    /** Requests that the project keeps under names. */
    private int kept() {
        var project = Files.isDirectory(Path.of(session)) ? Path.of(session) : projectOf(session);
        try {
            var saved = new SavedRequests(project);
            var requests = new ArrayList<Captured>();
            for (var name : variants) {
                requests.add(saved.find(name)
                        .orElseThrow(() -> new InspectException("The project keeps no request called " + name + "."))
                        .request());
            }
            var replayer = new Replayer(
                    LocalApplication.address(to, RunFile.of(project)), id -> Optional.empty(), Duration.ZERO);
            return send(requests, replayer, new IgnoreFile(project).rules());
        } catch (IOException unreadable) {
            throw new InspectException(String.valueOf(unreadable.getMessage()));
        }
    }

    private static Path projectOf(String session) {
        try (var file = SessionFile.open(session)) {
            return Path.of(file.project());
        }
    }

    private int send(List<Captured> originals, Replayer replayer, IgnoreRules rules) {
        warn(originals);
        var requests = originals.stream().map(it -> Edits.apply(edits, it)).toList();
        var printer = new ReplayPrinter(printing.out(), printing.json);
        var status = new AtomicInteger();
        try (var executor = Executors.newCachedThreadPool()) {
            if (everyManner) {
                for (var request : requests) {
                    new Trials(request, rules)
                            .start(replayer, executor, trial -> {
                                printer.print(request.id(), trial);
                                count(status, trial.differs() ? DIFFERENT : 0);
                            })
                            .join();
                }
            } else {
                Map<Long, Captured> before = new ConcurrentHashMap<>();
                originals.forEach(captured -> before.put(captured.id(), captured));
                new Replays(requests, manner(), Math.max(1, times), Math.max(1, parallel), spaced)
                        .start(replayer, executor, result -> count(status, told(result, before, rules, printer)))
                        .join();
            }
        }
        printing.out().flush();
        return status.get();
    }

    private static void count(AtomicInteger status, int code) {
        status.accumulateAndGet(code, (a, b) -> a == FAILED || b == FAILED ? FAILED : Math.max(a, b));
    }

    private int told(Replays.Result result, Map<Long, Captured> before, IgnoreRules rules, ReplayPrinter printer) {
        return switch (result) {
            case Replays.Result.Answered(int number, var answer) -> {
                var origin = before.getOrDefault(answer.sent().id(), answer.sent());
                var now = origin.answered(answer.response(), answer.took());
                var likeness = Likeness.of(origin.response().isEmpty() ? now : origin, now, rules);
                printer.print(number, answer, origin, likeness);
                yield likeness.sameAnswer() && answer.complete() ? 0 : DIFFERENT;
            }
            case Replays.Result.Failed(int number, var reason) -> {
                complain(number + ": " + reason);
                yield FAILED;
            }
        };
    }

    private void warn(List<Captured> originals) {
        for (var captured : originals) {
            var name = captured.id() == 0 ? "" : "#" + captured.id() + ": ";
            Cautions.of(captured, Instant.now()).forEach(caution -> complain(name + caution));
        }
    }

    private synchronized void complain(String sentence) {
        printing.err("vivarium: " + sentence);
    }

    private Manner manner() {
        return Arrays.stream(Manner.values())
                .filter(it -> it.word().equals(manner.toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> new InspectException("There is no manner " + manner + "; there are "
                        + Arrays.stream(Manner.values()).map(Manner::word).collect(Collectors.joining(", ")) + "."));
    }
}
