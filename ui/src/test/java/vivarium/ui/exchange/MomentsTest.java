package vivarium.ui.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import vivarium.exchange.Exchange;
import vivarium.journal.Bytes;
import vivarium.journal.Event;
import vivarium.journal.Event.ChunkWritten;
import vivarium.journal.Event.InputRead;
import vivarium.ui.traffic.Traffic;

class MomentsTest {

    @Test
    void anExchangeIsAStory() {
        var moments = Moments.of(Exchange.of(new Traffic().exchange(2, 500)).orElseThrow());
        assertEquals(
                List.of(
                        "0 accepted: from 127.0.0.1:52114, HTTP/1.1",
                        "3 application called: on thread worker-2, after a wait of 3.00 ms",
                        "6 wsgi.input.read(68): 68 bytes",
                        "7 logging info: guestbook: new entry by Grace Hopper",
                        "11 wsgi.errors warning: guestbook: mail to the owner skipped, no server configured",
                        "18 start_response: 303 See Other, 2 headers",
                        "18 chunk: 11 bytes",
                        "19 end: the whole response was handed to the client"),
                moments.stream()
                        .map(moment -> moment.nanos() / 1_000_000 + " " + moment.title() + ": " + moment.detail())
                        .toList());
    }

    @Test
    void whatIsToldLateIsWhereItHappened() {
        var events = new ArrayList<Event>(new Traffic().exchange(2, 500));
        var read =
                events.stream().filter(InputRead.class::isInstance).findFirst().orElseThrow();
        events.remove(read);
        events.add(events.size() - 1, read);
        assertEquals(
                Moments.of(Exchange.of(new Traffic().exchange(2, 500)).orElseThrow()),
                Moments.of(Exchange.of(events).orElseThrow()));
    }

    @Test
    void ofATracebackTheLastLineIsTold() {
        var moments = Moments.of(Exchange.of(new Traffic().exchange(6, 0)).orElseThrow());
        assertEquals(
                "sqlite3.OperationalError: near \"DROP\": syntax error",
                moments.get(4).detail());
    }

    @Test
    void whatWasNotKeptOneByOneIsCounted() {
        var events = new ArrayList<Event>(new Traffic().exchange(4, 0).subList(0, 3));
        for (int i = 0; i < 3_000; i++) {
            events.add(new ChunkWritten(9, 4, Bytes.none()));
        }
        var last = Moments.of(Exchange.of(events).orElseThrow()).getLast();
        assertEquals("and 1003 more", last.title());
    }

    @Test
    void endlessLinesAreBrokenAndOthersStay() {
        var line = "x".repeat(4_500);
        var broken = TextViewer.brokenIntoLines("short\n" + line + "\nend");
        assertEquals(line, broken.substring(6, broken.length() - 4).replace("\n", ""));
        assertTrue(broken.lines().allMatch(piece -> piece.length() <= 2_000));
        assertEquals("a\nb", TextViewer.brokenIntoLines("a\nb"));
    }
}
