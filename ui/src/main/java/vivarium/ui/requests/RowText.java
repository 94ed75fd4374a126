package vivarium.ui.requests;

import java.util.List;
import java.util.stream.Collectors;
import vivarium.exchange.Amounts;
import vivarium.exchange.Outline;
import vivarium.journal.JournalClock;

/** Rows as text for the clipboard: tabs between the columns, so that spreadsheets and {@code column -t} take them. */
final class RowText {
    private RowText() {}

    /** A line for each, with a line of titles where there is more than one. */
    static String of(List<Outline> outlines, JournalClock clock) {
        var lines = outlines.stream().map(outline -> line(outline, clock)).collect(Collectors.joining("\n"));
        return outlines.size() == 1
                ? lines
                : "#\ttime\tmethod\tpath\tstatus\ttype\tbytes\tduration\tthread\texception\tcomment\n" + lines;
    }

    private static String line(Outline outline, JournalClock clock) {
        return String.join(
                        "\t",
                        Long.toString(outline.id()),
                        RequestColumns.time(outline, clock),
                        outline.head().method(),
                        outline.head().target(),
                        outline.status() == 0 ? "" : Integer.toString(outline.status()),
                        outline.type(),
                        Long.toString(outline.responseBytes()),
                        outline.nanos() < 0 ? "running" : Amounts.duration(outline.nanos()),
                        outline.thread(),
                        outline.exception(),
                        outline.note().comment().replaceAll("\\s+", " "))
                .stripTrailing();
    }
}
