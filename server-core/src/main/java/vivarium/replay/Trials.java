package vivarium.replay;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import vivarium.compare.IgnoreRules;
import vivarium.exchange.Captured;
import vivarium.replay.Replays.Result;
import vivarium.replay.Trial.Outcome;

/**
 * Sends one request in all the ways that there are, and compares each answer with the one that the original got.
 *
 * @param original an exchange with its response; without one that is over, the answer to the first way stands in for it
 */
public record Trials(Captured original, IgnoreRules rules) {
    /** Sent at once, as the last way. */
    private static final int MANY = 20;

    /** How many ways there are. */
    public static int total() {
        return Manner.values().length + 1;
    }

    /**
     * Sends them one after another, but for the last, on the executor's threads; returns at once. {@link Replayer#cancel} ends it.
     *
     * @param results hears of each way on the thread that tried it; must not block
     * @return done when all have been tried
     */
    public CompletableFuture<Void> start(Replayer replayer, Executor executor, Consumer<Trial> results) {
        return CompletableFuture.supplyAsync(() -> oneByOne(replayer, results), executor)
                .thenCompose(baseline -> many(baseline, replayer, executor, results));
    }

    private Captured oneByOne(Replayer replayer, Consumer<Trial> results) {
        var baseline = original;
        for (var manner : Manner.values()) {
            Optional<String> senseless = senseless(manner);
            if (senseless.isPresent()) {
                results.accept(new Trial(manner.about(), new Outcome.Skipped(senseless.get())));
                continue;
            }
            try {
                var answer = replayer.send(original, manner);
                if (baseline.response().isEmpty() || baseline.duration().isEmpty()) {
                    baseline = original.answered(answer.response(), answer.took());
                }
                results.accept(new Trial(manner.about(), outcome(List.of(answer), baseline)));
            } catch (ReplayException none) {
                results.accept(new Trial(manner.about(), new Outcome.Unanswered(String.valueOf(none.getMessage()))));
            }
        }
        return baseline;
    }

    private CompletableFuture<Void> many(
            Captured baseline, Replayer replayer, Executor executor, Consumer<Trial> results) {
        var got = new ConcurrentLinkedQueue<Result>();
        return new Replays(List.of(original), Manner.AS_CAPTURED, MANY, MANY, false)
                .start(replayer, executor, got::add)
                .thenRun(() -> {
                    var answers = new ArrayList<Answer>();
                    var reasons = new ArrayList<String>();
                    for (var result : got) {
                        switch (result) {
                            case Result.Answered(int _, Answer answer) -> answers.add(answer);
                            case Result.Failed(int _, String reason) -> reasons.add(reason);
                        }
                    }
                    results.accept(new Trial(
                            MANY + " in parallel",
                            reasons.isEmpty()
                                    ? outcome(answers, baseline)
                                    : new Outcome.Unanswered(
                                            reasons.size() + " of " + MANY + ": " + reasons.getFirst())));
                });
    }

    /** Why a way makes no sense for this request. */
    private Optional<String> senseless(Manner manner) {
        boolean bodyless = original.requestBody().kept().length == 0;
        return switch (manner) {
            case AS_CAPTURED, BYTE_BY_BYTE, CUT_OFF -> Optional.empty();
            case AS_HEAD -> original.request().method().equals("HEAD") ? Optional.of("it is HEAD") : Optional.empty();
            case CHUNKED, WRONG_LENGTH -> bodyless ? Optional.of("no body") : Optional.empty();
            case WITHOUT_COOKIES ->
                original.requestHeader("Cookie").isEmpty() ? Optional.of("no cookies") : Optional.empty();
            case IF_NONE_MATCH -> Variants.etag(original).isEmpty() ? Optional.of("no ETag") : Optional.empty();
        };
    }

    private Outcome outcome(List<Answer> answers, Captured baseline) {
        var likenesses =
                answers.stream().map(answer -> likeness(answer, baseline)).toList();
        var worst = likenesses.stream()
                .min(Comparator.comparing(Likeness::status)
                        .thenComparing(Likeness::sameAnswer)
                        .thenComparing(Likeness::same))
                .orElse(new Likeness(true, List.of(), 0));
        int different =
                (int) likenesses.stream().filter(likeness -> !likeness.same()).count();
        var slowest =
                answers.stream().map(Answer::took).max(Duration::compareTo).orElse(Duration.ZERO);
        boolean complete = answers.stream().allMatch(Answer::complete);
        return new Outcome.Answered(statuses(answers), worst, different, answers.size(), complete, slowest);
    }

    /** An answer to HEAD has no body: that is no difference. */
    private Likeness likeness(Answer answer, Captured baseline) {
        var likeness = Likeness.of(baseline, baseline.answered(answer.response(), answer.took()), rules);
        boolean bodyless = answer.sent().request().method().equals("HEAD")
                && answer.response().body().length() == 0;
        return bodyless ? new Likeness(likeness.status(), likeness.headers(), 0) : likeness;
    }

    private static String statuses(List<Answer> answers) {
        var counts = new TreeMap<String, Integer>();
        answers.forEach(answer -> counts.merge(answer.response().status(), 1, Integer::sum));
        return answers.size() == 1
                ? counts.firstKey()
                : counts.entrySet().stream()
                        .map(entry -> entry.getValue() + " × " + entry.getKey())
                        .collect(Collectors.joining(", "));
    }
}
