package vivarium.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import vivarium.exchange.Examination;
import vivarium.exchange.Examination.Place;
import vivarium.exchange.Exchange;
import vivarium.testing.Served;

/** A close look at a request on the real engine: the client gets the same bytes, and what went on inside is known. */
class ExaminedRequestTest {
    private static final String POST = "POST /%s HTTP/1.1\nHost: here\nContent-Length: 4\nConnection: close\n\nbody";

    @RegisterExtension
    static final Served served = Served.module("wire.examined");

    @AfterEach
    void stopLooking() {
        served.capture().examine(false);
    }

    @Test
    void layersStatementsReadsAndBytes() throws IOException {
        String plain = served.request(POST.formatted(""));
        served.journal().lastStory();
        served.journal().clear();
        served.capture().examine(true);
        assertEquals(plain, served.request(POST.formatted("")));
        Examination seen = examination();
        assertEquals(List.of("application", "inner"), names(seen));
        assertEquals("1", seen.layers().getFirst().changed().get("layer.key"));
        assertEquals(
                List.of(line("start"), line("layer")),
                seen.layers().getLast().starts().stream()
                        .map(start -> start.place().orElseThrow().line())
                        .toList());
        var insert = seen.statements().stream()
                .filter(statement -> statement.sql().startsWith("INSERT INTO t"))
                .findFirst()
                .orElseThrow();
        assertEquals(line("insert"), insert.place().orElseThrow().line());
        assertEquals(line("read"), seen.reads().getFirst().place().orElseThrow().line());
        assertEquals(
                List.of(line("made")),
                seen.chunks().stream()
                        .map(chunk -> chunk.place().orElseThrow().line())
                        .toList());
        assertTrue(seen.chunks().getFirst().exact());
    }

    @Test
    void whereTwoTookDifferentWays() throws IOException {
        served.capture().examine(true);
        served.request(POST.formatted(""));
        Examination one = examination();
        assertEquals(Optional.empty(), one.fork(one));
        served.journal().clear();
        served.request(POST.formatted("?other"));
        var fork = one.fork(examination()).orElseThrow();
        assertEquals(line("read"), fork.here().orElseThrow().line());
        assertEquals(line("other"), fork.there().orElseThrow().line());
        assertEquals(line("other") - 1, fork.last().map(Place::line).orElseThrow());
    }

    @Test
    void nothingIsLookedAtUnlessAsked() {
        served.request(POST.formatted(""));
        served.journal().lastStory();
        assertFalse(Exchange.of(served.journal().events())
                .orElseThrow()
                .examination()
                .isPresent());
    }

    private static Examination examination() {
        served.journal().lastStory();
        return Exchange.of(served.journal().events())
                .flatMap(Exchange::examination)
                .orElseThrow();
    }

    private static List<String> names(Examination seen) {
        return seen.layers().stream().map(layer -> layer.place().function()).toList();
    }

    private static int line(String marker) throws IOException {
        List<String> lines = Files.readAllLines(served.python().folder().resolve("wire/examined.py"));
        return IntStream.range(0, lines.size())
                        .filter(i -> lines.get(i).endsWith("# @" + marker))
                        .findFirst()
                        .orElseThrow()
                + 1;
    }
}
