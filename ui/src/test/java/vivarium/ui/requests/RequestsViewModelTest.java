package vivarium.ui.requests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.collections.ListChangeListener;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vivarium.exchange.Exchanges;
import vivarium.exchange.LiveFilter;
import vivarium.exchange.Outline;
import vivarium.filter.FilterSyntaxException;
import vivarium.journal.Event;
import vivarium.journal.Event.ExchangeEnded;
import vivarium.journal.Event.RequestStarted;
import vivarium.journal.Event.ResponseStarted;
import vivarium.journal.Note;
import vivarium.journal.Outcome;
import vivarium.journal.RequestHead;

class RequestsViewModelTest {
    private static final Comparator<RequestRow> BY_DURATION =
            Comparator.comparingLong(row -> row.outline().nanos());

    private final Exchanges exchanges = new Exchanges(20, Long.MAX_VALUE);
    private final RequestsViewModel model = new RequestsViewModel(
            (filter, found) -> {
                var meant = new LiveFilter(filter, Instant.EPOCH);
                found.accept(id -> exchanges.exchange(id).filter(meant).isPresent());
            },
            Runnable::run);
    private final List<Integer> changes = new ArrayList<>();

    @BeforeEach
    void count() {
        model.shown().addListener((ListChangeListener<RequestRow>)
                change -> changes.add(model.shown().size()));
    }

    @Test
    void aBatchIsOneChangeHoweverMuchIsInIt() {
        take(start(1), start(2), start(3), answer(2, "200 OK"), end(2, 5));
        assertEquals(List.of(1L, 2L, 3L), ids());
        assertEquals(List.of(3), changes);
        assertEquals(200, model.shown().get(1).outline().status());
    }

    @Test
    void aRowStaysTheSameObjectAndTheListDoesNotChange() {
        take(start(1));
        var row = model.shown().getFirst();
        take(answer(1, "404 Not Found"), end(1, 9));
        assertSame(row, model.shown().getFirst());
        assertEquals(404, row.outline().status());
        assertEquals(List.of(1), changes);
    }

    @Test
    void whatTheExchangesEvictLeaves() {
        for (long id = 1; id <= 21; id++) {
            take(start(id));
        }
        assertEquals(3, ids().getFirst());
        assertEquals(19, model.total().get());
    }

    @Test
    void rowsComeAndGoAsTheyPassTheFilter() {
        model.filter(new RequestFilter("", Optional.empty(), "", Set.of(5), false));
        take(start(1), start(2), start(3));
        assertEquals(List.of(), ids());
        take(answer(3, "500 Oh"), answer(1, "500 No"), answer(2, "200 OK"));
        assertEquals(List.of(1L, 3L), ids());
        take(answer(1, "200 OK"));
        assertEquals(List.of(3L), ids());
        model.filter(RequestFilter.ALL);
        assertEquals(List.of(1L, 2L, 3L), ids());
        assertEquals(3, model.total().get());
    }

    @Test
    void keepsTheOrderThatWasAskedFor() {
        model.sort(BY_DURATION.reversed());
        take(start(1), start(2), start(3), end(1, 10), end(2, 30));
        assertEquals(List.of(2L, 1L, 3L), ids());
        take(end(3, 20), start(4));
        assertEquals(List.of(2L, 3L, 1L, 4L), ids());
        assertEquals(1, model.indexOf(model.row(3).orElseThrow()));
        model.sort(null);
        assertEquals(List.of(1L, 2L, 3L, 4L), ids());
    }

    @Test
    void whatIsPinnedIsOnTopInEveryOrder() {
        take(start(1), start(2), start(3), end(1, 10), end(2, 30), end(3, 20));
        model.accept(exchanges.note(3, new Note(false, true, "")));
        assertEquals(List.of(3L, 1L, 2L), ids());
        take(start(4));
        assertEquals(List.of(3L, 1L, 2L, 4L), ids());
        model.sort(BY_DURATION.reversed());
        assertEquals(List.of(3L, 2L, 1L, 4L), ids());
        model.accept(exchanges.note(3, new Note(true, false, "")));
        assertEquals(List.of(2L, 3L, 1L, 4L), ids());
    }

    @Test
    void aFilterFollowsWhatIsNoted() throws FilterSyntaxException {
        take(start(1), start(2));
        model.filter(RequestFilter.of("is:marked or comment:odd", "", Set.of(), false));
        assertEquals(List.of(), ids());
        model.accept(exchanges.note(1, new Note(true, false, "")));
        model.accept(exchanges.note(2, new Note(false, false, "an odd one")));
        assertEquals(List.of(1L, 2L), ids());
        model.accept(exchanges.note(1, Note.NONE));
        assertEquals(List.of(2L), ids());
    }

    @Test
    void forgetsAll() {
        take(start(1));
        model.clear();
        assertEquals(List.of(), ids());
        assertEquals(0, model.total().get());
    }

    @Test
    void wordsMayBeAnywhere() {
        take(start(1), answer(1, "200 OK"));
        var outline = model.shown().getFirst().outline();
        for (var words : List.of("page/1", "GET", "get page", "200", "#1", " ")) {
            assertEquals(true, matches(words, outline), words);
        }
        for (var words : List.of("page/2", "post", "404", "get nothing")) {
            assertEquals(false, matches(words, outline), words);
        }
    }

    @Test
    void theFilterLanguageLooksIntoWhatArrivesToo() throws FilterSyntaxException {
        take(start(1), answer(1, "404 Not Found"), start(2), answer(2, "200 OK"));
        model.filter(RequestFilter.of("status:4xx and not path:/page/3", "", Set.of(), false));
        assertEquals(List.of(1L), ids());
        take(start(3), answer(3, "404 Not Found"), start(4), answer(4, "403 Forbidden"));
        assertEquals(List.of(1L, 4L), ids());
        model.filter(RequestFilter.of("404", "", Set.of(), false));
        assertEquals(List.of(1L, 3L), ids());
    }

    @Test
    void aMistakeInTheFilterIsSaid() {
        var wrong =
                assertThrows(FilterSyntaxException.class, () -> RequestFilter.of("status:abc", "", Set.of(), false));
        assertEquals("abc", "status:abc".substring(wrong.from(), wrong.to()).replace("status:", ""));
    }

    private static boolean matches(String words, Outline outline) {
        return new RequestFilter(words, Optional.empty(), "", Set.of(), false).matches(outline);
    }

    private void take(Event... events) {
        model.accept(exchanges.accept(List.of(events)));
    }

    private List<Long> ids() {
        return model.shown().stream().map(RequestRow::id).toList();
    }

    private static Event start(long id) {
        return new RequestStarted(
                0, id, new RequestHead("GET", "/page/" + id, "HTTP/1.1", List.of(), "127.0.0.1:1"), 0);
    }

    private static Event answer(long id, String status) {
        return new ResponseStarted(1, id, status, List.of());
    }

    private static Event end(long id, long at) {
        return new ExchangeEnded(at, id, Outcome.COMPLETE);
    }
}
