package vivarium.ui.replay;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javafx.scene.input.DragEvent;
import vivarium.debug.Breakpoint;
import vivarium.exchange.Captured;
import vivarium.exchange.Outline;
import vivarium.journal.Event.LogLine;
import vivarium.replay.Cautions;
import vivarium.replay.CsrfRefresh;
import vivarium.replay.Manner;
import vivarium.replay.Replays;
import vivarium.replay.RequestEdit;
import vivarium.replay.SavedRequest;
import vivarium.replay.Trials;
import vivarium.ui.Navigator;
import vivarium.ui.edit.EditSheet;
import vivarium.ui.exchange.Replaying;
import vivarium.ui.modal.Modals;
import vivarium.ui.modal.Modals.Choice;

/** Sends requests again in all the ways there are, after saying what speaks against it. FX thread only. */
public final class ReplayActions implements Replaying {
    private final ReplaysViewModel model;
    private final ReplaysView view;
    private final SavedRequestsModel saved;
    private final ReplayStops stops;
    private final Supplier<List<Outline>> chosen;
    private final Modals modals;
    private final Navigator navigator;
    private final InstantSource now;
    private final Supplier<Optional<Path>> files;
    private final Executor disk;
    private final Executor fx;
    private final Consumer<String> news;
    private final Consumer<String> complaints;

    /**
     * @param chosen the rows that are selected
     * @param files asks for a file; empty when the user thinks better of it
     * @param disk reads files, one after another
     * @param news hears what was done beside what was asked for
     * @param complaints hears why something cannot be done
     */
    public ReplayActions(
            ReplaysViewModel model,
            ReplaysView view,
            SavedRequestsModel saved,
            ReplayStops stops,
            Supplier<List<Outline>> chosen,
            Modals modals,
            Navigator navigator,
            InstantSource now,
            Supplier<Optional<Path>> files,
            Executor disk,
            Executor fx,
            Consumer<String> news,
            Consumer<String> complaints) {
        this.model = model;
        this.view = view;
        this.saved = saved;
        this.stops = stops;
        this.chosen = chosen;
        this.modals = modals;
        this.navigator = navigator;
        this.now = now;
        this.files = files;
        this.disk = disk;
        this.fx = fx;
        this.news = news;
        this.complaints = complaints;
    }

    /** Sends what is selected again, as captured. */
    public void replay() {
        replay(Manner.AS_CAPTURED);
    }

    /** Sends what is selected again in this way. */
    void replay(Manner manner) {
        List<Captured> requests = captured();
        withCare(requests, wanted -> send(new Replays(wanted, manner, 1, 1, false)));
    }

    /** Asks how often, how many at once and how fast. */
    void repeat() {
        List<Captured> requests = captured();
        if (!requests.isEmpty()) {
            withCare(requests, wanted -> new RepeatSheet(wanted).show(modals, this::send));
        }
    }

    private void send(Replays replays) {
        navigator.uncover("replays");
        view.hideTrials();
        model.sending().send(replays, () -> {});
    }

    /** Sends the first that is selected in all ways, and shows how the answers differ. */
    void tryAll() {
        List<Captured> first = first();
        withCare(first, wanted -> {
            navigator.uncover("replays");
            view.showTrials();
            model.sending().send(new Trials(wanted.getFirst(), model.rules().now()), view::add);
        });
    }

    /** Replays the first that is selected until the application is called. */
    void toEntry() {
        debugged(id -> Optional.of(stops.atEntry(id)));
    }

    /** Replays it to the line that raised. */
    void toFailure() {
        debugged(id -> {
            Optional<Breakpoint> stop = stops.atFailure(id);
            if (stop.isEmpty()) {
                complaints.accept("No exception of this request names a line of the project to stop at.");
            }
            return stop;
        });
    }

    /** Asks for a line of the log, and replays until it is written. */
    void toLogLine() {
        for (Captured captured : first()) {
            UntilLogSheet.show(
                    modals,
                    captured.id(),
                    captured.log().stream().map(LogLine::text).toList(),
                    line -> toLogLine(captured, line));
        }
    }

    @Override
    public void toLogLine(long exchange, String line) {
        model.captured(exchange).ifPresent(captured -> toLogLine(captured, line));
    }

    private void toLogLine(Captured captured, String line) {
        debugged(List.of(captured), id -> Optional.of(stops.atLog(id, line)));
    }

    @Override
    public void toLine(long exchange, Path file, int line) {
        model.captured(exchange)
                .ifPresent(captured -> debugged(List.of(captured), id -> Optional.of(stops.atLine(id, file, line))));
    }

    @Override
    public void toResponse(long exchange) {
        model.captured(exchange)
                .ifPresent(captured -> debugged(List.of(captured), id -> Optional.of(stops.atResponse(id))));
    }

    private void debugged(Function<Long, Optional<Breakpoint>> arm) {
        debugged(first(), arm);
    }

    private void debugged(List<Captured> one, Function<Long, Optional<Breakpoint>> arm) {
        withCare(
                one,
                wanted -> arm.apply(wanted.getFirst().id())
                        .ifPresent(stop -> model.sending()
                                .send(Replays.one(wanted.getFirst(), Manner.AS_CAPTURED), () -> {
                                    if (stops.takeBack(stop)) {
                                        complaints.accept(
                                                "The replay did not come to where it was to stop: it took another way.");
                                    }
                                })));
    }

    /** Changes the first that is selected, and sends it. */
    void edit() {
        first().forEach(captured -> edit(captured, ""));
    }

    /** Changes a request, and sends it. */
    void edit(Captured captured, String name) {
        new EditSheet(
                        captured,
                        name,
                        new EditSheet.Surroundings(
                                files,
                                request -> Cautions.of(request, now.instant()),
                                edited -> send(Replays.one(edited, Manner.AS_CAPTURED)),
                                saved::save))
                .show(modals);
    }

    /** Shows the requests that the project keeps. */
    public void showSaved() {
        new SavedSheet(saved, modals, this::send, kept -> edit(kept.request(), kept.name())).show();
    }

    /** Asks for a curl command or a HAR, and sends its requests. */
    public void importRequests() {
        importing().show(files);
    }

    /** The same with what was dropped. */
    public void importDropped(DragEvent drag) {
        var sheet = importing();
        sheet.take(drag);
        sheet.show(files);
    }

    private ImportSheet importing() {
        return new ImportSheet(
                modals,
                disk,
                fx,
                requests -> withCare(
                        requests.stream().map(this::here).toList(),
                        wanted -> send(new Replays(wanted, Manner.AS_CAPTURED, 1, 1, false))),
                request -> edit(here(request), ""));
    }

    /** For the running application, whatever host it was for. */
    private Captured here(Captured request) {
        return model.sending()
                .authority()
                .map(authority -> RequestEdit.header(request, "Host", authority))
                .orElse(request);
    }

    private void send(SavedRequest kept) {
        withCare(List.of(kept.request()), wanted -> send(Replays.one(wanted.getFirst(), Manner.AS_CAPTURED)));
    }

    /** Compares two that are selected, or one with what it repeats. */
    void compare() {
        List<Outline> two = chosen.get();
        if (two.size() == 2) {
            navigator.uncover("replays");
            view.compare(
                    Math.min(two.getFirst().id(), two.getLast().id()),
                    Math.max(two.getFirst().id(), two.getLast().id()));
        } else if (two.size() == 1 && two.getFirst().origin() != 0) {
            navigator.uncover("replays");
            view.compare(two.getFirst().origin(), two.getFirst().id());
        }
    }

    /** Says first what speaks against it, where something does. */
    private void withCare(List<Captured> requests, Consumer<List<Captured>> send) {
        if (requests.isEmpty()) {
            return;
        }
        List<String> cautions = requests.stream()
                .flatMap(request -> Cautions.of(request, now.instant()).stream())
                .distinct()
                .toList();
        if (cautions.isEmpty()) {
            send.accept(requests);
            return;
        }
        var choices = new ArrayList<>(List.of(Choice.cancel()));
        if (requests.stream().anyMatch(CsrfRefresh::needed)) {
            choices.add(new Choice("Refresh token and send", () -> refresh(requests, send)));
        }
        choices.add(new Choice("Send", () -> send.accept(requests)));
        modals.ask(
                requests.size() == 1 ? "Send it again?" : "Send all " + requests.size() + " again?",
                String.join("\n", cautions),
                choices.toArray(Choice[]::new));
    }

    private void refresh(List<Captured> requests, Consumer<List<Captured>> send) {
        List<CsrfRefresh> pages = requests.stream()
                .flatMap(request -> model.refresh(request).stream())
                .toList();
        if (pages.stream().map(CsrfRefresh::request).distinct().count()
                < requests.stream().filter(CsrfRefresh::needed).count()) {
            complaints.accept("No page that was captured gave this CSRF token: open the form in the browser first.");
            return;
        }
        model.sending().refresh(requests, pages, fresh -> {
            news.accept("CSRF token and cookies were fetched anew from "
                    + pages.stream()
                            .map(it -> it.page().request().target() + " (#"
                                    + it.page().id() + ")")
                            .distinct()
                            .collect(Collectors.joining(", "))
                    + ".");
            send.accept(fresh);
        });
    }

    private List<Captured> first() {
        return captured().stream().limit(1).toList();
    }

    /** The application that is served, as {@code --application} takes it. */
    String application() {
        return model.application();
    }

    /** What is selected, in the order in which it came. */
    List<Captured> captured() {
        return chosen.get().stream()
                .sorted(Comparator.comparingLong(Outline::id))
                .flatMap(outline -> model.captured(outline.id()).stream())
                .toList();
    }
}
