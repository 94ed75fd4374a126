package vivarium.app.inspect;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vivarium.compare.IgnoreFile;
import vivarium.compare.IgnoreRules;
import vivarium.exchange.Captured;
import vivarium.exchange.Exchange;
import vivarium.exchange.LiveFilter;
import vivarium.filter.FilterLanguage;
import vivarium.filter.FilterSyntaxException;
import vivarium.journal.ExchangeSummary;
import vivarium.journal.Note;
import vivarium.journal.SessionOverview;
import vivarium.journal.SessionReader;
import vivarium.journal.SessionSearch;
import vivarium.journal.Sessions;

/** A session that was named on the command line, open for reading. */
final class SessionFile implements AutoCloseable {
    private static final int MOST_PAGES = 200;

    private final Path file;
    private final SessionReader reader;
    private final Map<Long, Note> notes;

    private SessionFile(Path file) {
        this.file = file;
        this.reader = SessionReader.open(file);
        this.notes = reader.notes();
    }

    static SessionFile open(String name) {
        return new SessionFile(Sessions.find(name, Path.of("")));
    }

    Instant started() {
        return reader.info().started();
    }

    /** The folder of the project that was served. */
    String project() {
        return reader.info().project();
    }

    /** What its project leaves out of comparisons. */
    IgnoreRules ignored() {
        try {
            return new IgnoreFile(Path.of(project())).rules();
        } catch (IOException unreadable) {
            throw new InspectException(String.valueOf(unreadable.getMessage()));
        }
    }

    /** Whether it is being recorded, or its recorder was killed. */
    boolean isOpen() {
        return SessionOverview.of(file).open();
    }

    /** The application that was served, as {@code --application} takes it; empty where that is not known. */
    String application() {
        return reader.application().orElse("");
    }

    Note note(long exchange) {
        return notes.getOrDefault(exchange, Note.NONE);
    }

    /** The row of that exchange. */
    ExchangeSummary row(long id) {
        return reader.exchange(id).orElseThrow(() -> missing(id));
    }

    /** The rows of the exchanges that are meant; all where there is no filter. */
    List<ExchangeSummary> list(@Nullable String filter) {
        if (filter == null || filter.isBlank()) {
            return reader.exchanges();
        }
        var rows = new ArrayList<ExchangeSummary>();
        for (long id : find(filter)) {
            reader.exchange(id).ifPresent(rows::add);
        }
        return rows;
    }

    /** The numbers of the exchanges that are meant. */
    long[] find(String filter) {
        try (var search = SessionSearch.open(file, LiveFilter::bodyText);
                var progress = TerminalProgress.here()) {
            return search.find(FilterLanguage.here().parse(filter), progress);
        } catch (FilterSyntaxException wrong) {
            throw new InspectException("--filter: " + wrong.pointing(filter));
        }
    }

    /** The newest pages that were asked for before an exchange. */
    List<Captured> pagesBefore(long id) {
        return reader.exchanges().stream()
                .filter(row -> row.id() < id && row.method().equals("GET"))
                .sorted(Comparator.comparingLong(ExchangeSummary::id).reversed())
                .limit(MOST_PAGES)
                .map(row -> exchange(row.id()))
                .toList();
    }

    Captured exchange(long id) {
        return Exchange.of(reader.events(id))
                .map(exchange -> Captured.of(exchange, started()).noted(note(id)))
                .orElseThrow(() -> missing(id));
    }

    private InspectException missing(long id) {
        return new InspectException(
                "There is no exchange " + id + " in " + file + "; vivarium list shows which there are.");
    }

    @Override
    public void close() {
        reader.close();
    }
}
