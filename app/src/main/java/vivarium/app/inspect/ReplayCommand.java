package vivarium.app.inspect;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
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
import tools.jackson.databind.json.JsonMapper;
import vivarium.compare.Comparing;
import vivarium.compare.Comparison;
import vivarium.compare.Comparison.Part;
import vivarium.compare.IgnoreRules;
import vivarium.exchange.Amounts;
import vivarium.exchange.Captured;
import vivarium.replay.Answer;
import vivarium.replay.Cautions;
import vivarium.replay.Manner;
import vivarium.replay.Replayer;
import vivarium.replay.Replays;
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
            arity = "1..*",
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
        try (var file = SessionFile.open(session)) {
            var originals = ids.stream().map(file::exchange).toList();
            var running = RunFile.of(Path.of(file.project()));
            warn(originals);
            var requests = originals.stream().map(it -> Edits.apply(edits, it)).toList();
            var replayer = new Replayer(
                    application(running),
                    id -> running.filter(run -> file.isOpen()).map(run -> ReplayMark.header(run.secret(), id)),
                    Duration.ZERO);
            return send(
                    new Replays(requests, manner(), Math.max(1, times), Math.max(1, parallel), spaced),
                    replayer,
                    originals);
        }
    }

    private int send(Replays replays, Replayer replayer, List<Captured> originals) {
        Map<Long, Captured> before = new ConcurrentHashMap<>();
        originals.forEach(captured -> before.put(captured.id(), captured));
        var status = new AtomicInteger();
        try (var executor = Executors.newCachedThreadPool()) {
            replays.start(replayer, executor, result -> {
                        int code = switch (result) {
                            case Replays.Result.Answered(int number, var answer) -> {
                                var origin = before.getOrDefault(answer.sent().id(), answer.sent());
                                yield answered(number, answer, origin);
                            }
                            case Replays.Result.Failed(int number, var reason) -> {
                                complain(number + ": " + reason);
                                yield FAILED;
                            }
                        };
                        status.accumulateAndGet(code, (a, b) -> a == FAILED || b == FAILED ? FAILED : Math.max(a, b));
                    })
                    .join();
        }
        printing.out().flush();
        return status.get();
    }

    private synchronized int answered(int number, Answer answer, Captured origin) {
        var now = origin.answered(answer.response(), answer.took());
        var different = Comparing.compare(origin, now, IgnoreRules.standard()).sections().stream()
                .map(Comparison.Section::part)
                .filter(part -> part == Part.STATUS || part == Part.RESPONSE_BODY)
                .toList();
        boolean same = different.isEmpty() && answer.complete();
        var differs = different.stream().map(Part::label).collect(Collectors.joining(", "));
        printing.out()
                .println(
                        printing.json
                                ? JsonMapper.shared()
                                        .createObjectNode()
                                        .put("number", number)
                                        .put("origin_id", origin.id())
                                        .put("status", answer.response().code())
                                        .put("bytes", answer.response().body().length())
                                        .put("complete", answer.complete())
                                        .put("took_ms", answer.took().toNanos() / 1e6)
                                        .put("same", same)
                                        .put("differs", differs)
                                        .toString()
                                : "%3d  #%d  %s  %s  %s  %s"
                                        .formatted(
                                                number,
                                                origin.id(),
                                                answer.response().status(),
                                                Amounts.size(
                                                        answer.response().body().length()),
                                                Amounts.duration(answer.took().toNanos()),
                                                same
                                                        ? "as then"
                                                        : different.isEmpty()
                                                                ? "cut off"
                                                                : "other than then: " + differs));
        return same ? 0 : DIFFERENT;
    }

    private void warn(List<Captured> originals) {
        for (var captured : originals) {
            Cautions.of(captured, Instant.now()).forEach(caution -> complain("#" + captured.id() + ": " + caution));
        }
    }

    private synchronized void complain(String sentence) {
        printing.spec.commandLine().getErr().println("vivarium: " + sentence);
        printing.spec.commandLine().getErr().flush();
    }

    private Manner manner() {
        return Arrays.stream(Manner.values())
                .filter(it -> it.word().equals(manner.toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> new InspectException("There is no manner " + manner + "; there are "
                        + Arrays.stream(Manner.values()).map(Manner::word).collect(Collectors.joining(", ")) + "."));
    }

    /** Where it listens: on this machine, whatever is asked for. */
    private InetSocketAddress application(Optional<RunFile> running) {
        if (to == null) {
            return running.map(run -> new InetSocketAddress(InetAddress.getLoopbackAddress(), run.port()))
                    .orElseThrow(
                            () -> new InspectException(
                                    "The project is not being served; serve it with Vivarium, or say with --to where it runs."));
        }
        var host = to.getHost();
        if (host == null || !"http".equals(to.getScheme())) {
            throw new InspectException("--to " + to + " is no address of an application; write http://127.0.0.1:8000.");
        }
        try {
            var address = InetAddress.getByName(host);
            if (!address.isLoopbackAddress() && NetworkInterface.getByInetAddress(address) == null) {
                throw new InspectException("--to " + to
                        + " is another machine; captured requests are sent to the application on this one alone.");
            }
            return new InetSocketAddress(address, to.getPort() < 0 ? 80 : to.getPort());
        } catch (IOException unknown) {
            throw new InspectException("--to " + to + ": there is no host " + host + "; write http://127.0.0.1:8000.");
        }
    }
}
