package vivarium.ui.console;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import vivarium.console.Console;
import vivarium.console.Piece;
import vivarium.ui.parts.Typed;

/** What the console shows, who waits for input, and what was typed before. FX thread only. */
public final class ConsoleViewModel {
    private static final int MOST_TYPED = 500;
    private static final List<String> INPUT = List.of("console-input");
    private static final List<String> NOTE = List.of("console-note");

    private final Console console;
    private final AnsiText ansi = new AnsiText();
    private final Typed typed = new Typed(MOST_TYPED);
    private final ReadOnlyObjectWrapper<Optional<String>> waiting =
            new ReadOnlyObjectWrapper<>(this, "waiting", Optional.empty());

    /** @param console the window's; it outlives this */
    public ConsoleViewModel(Console console) {
        this.console = console;
    }

    /** {@code listener} is called from any thread when {@link #take} has something. */
    void onNews(Runnable listener) {
        console.onNews(listener);
    }

    /** Who waits for input, in words; empty when nobody does. */
    ReadOnlyObjectProperty<Optional<String>> waitingProperty() {
        return waiting.getReadOnlyProperty();
    }

    /** What is new since the last call. */
    List<Styled> take() {
        var styled = new ArrayList<Styled>();
        for (Piece piece : console.drain()) {
            switch (piece.origin()) {
                case OUTPUT -> styled.addAll(ansi.take(piece.text()));
                case INPUT -> styled.add(new Styled(piece.text(), INPUT));
                case NOTE -> styled.add(new Styled(piece.text(), NOTE));
            }
        }
        var readers = console.readers();
        waiting.set(
                readers.isEmpty()
                        ? Optional.empty()
                        : Optional.of(readers.getFirst().thread()
                                + (readers.size() == 1 ? "" : " and " + (readers.size() - 1) + " more")));
        return styled;
    }

    /** Gives the application a line. */
    void send(String line) {
        typed.add(line);
        console.type(line);
    }

    void interrupt() {
        console.interrupt();
    }

    void endOfFile() {
        console.endOfFile();
    }

    String older(String current) {
        return typed.older(current);
    }

    String newer(String current) {
        return typed.newer(current);
    }
}
