package vivarium.ui.console;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
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
    private final Function<String, Optional<CompletableFuture<String>>> debugger;
    private final Completions completions;
    private final AnsiText ansi = new AnsiText();
    private final Typed typed = new Typed(MOST_TYPED);
    private final ReadOnlyObjectWrapper<Optional<String>> waiting =
            new ReadOnlyObjectWrapper<>(this, "waiting", Optional.empty());

    /** What the last word before the cursor may become; no words where nobody knows. */
    public interface Completions {
        /** The words, sorted. */
        CompletableFuture<List<String>> complete(String text, int cursor);
    }

    /**
     * @param console the window's; it outlives this
     * @param debugger the answer to a line that nobody waits for, where it is a command to the debugger
     */
    public ConsoleViewModel(
            Console console, Function<String, Optional<CompletableFuture<String>>> debugger, Completions completions) {
        this.console = console;
        this.debugger = debugger;
        this.completions = completions;
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

    /** Gives the application a line, or the debugger a command. */
    void send(String line) {
        typed.add(line);
        var answer = console.readers().isEmpty() ? debugger.apply(line) : Optional.<CompletableFuture<String>>empty();
        if (answer.isEmpty()) {
            console.type(line);
        } else {
            console.show(new Piece(Piece.Origin.INPUT, line + "\n"));
            CompletableFuture<?> _ =
                    answer.get().thenAccept(text -> console.show(new Piece(Piece.Origin.OUTPUT, text)));
        }
    }

    CompletableFuture<List<String>> complete(String text, int cursor) {
        return completions.complete(text, cursor);
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
