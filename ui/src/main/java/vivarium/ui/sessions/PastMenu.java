package vivarium.ui.sessions;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.scene.control.MenuItem;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import vivarium.exchange.Captured;
import vivarium.exchange.Exchange;
import vivarium.exchange.Outline;
import vivarium.replay.Cautions;
import vivarium.replay.Manner;
import vivarium.replay.Replayer;
import vivarium.replay.Replays;
import vivarium.ui.exchange.CopyAs;
import vivarium.ui.exchange.Copying;
import vivarium.ui.exchange.LiveExchanges;
import vivarium.ui.modal.Modals;
import vivarium.ui.modal.Modals.Choice;

/**
 * What can be done with the requests of an old session: compared, copied, and sent to the running application, whose session then has
 * the new exchanges. FX thread only.
 *
 * @param started when the session's clock was 0
 * @param served the application that the session is of, as {@code --application} takes it; empty where that is not known
 * @param application where the project is served; empty while it is not
 * @param sending sends; a thread may be kept for as long as a response takes
 * @param said hears what came of it
 */
public record PastMenu(
        LiveExchanges exchanges,
        Instant started,
        String served,
        Supplier<List<Outline>> chosen,
        BiConsumer<Exchange, Exchange> comparing,
        Supplier<Optional<InetSocketAddress>> application,
        Executor sending,
        Executor fx,
        Modals modals,
        Consumer<String> said) {

    /** The items, for the menu of a table. */
    public List<MenuItem> items() {
        return List.of(
                Copying.item("Send to the running application (R)", this::send),
                Copying.item("Compare the two (=)", this::compare),
                CopyAs.menu(this::captured, () -> served, modals));
    }

    /** What its keys do, in the table. */
    public void key(KeyEvent key) {
        boolean plain = !key.isShortcutDown() && !key.isAltDown() && !key.isShiftDown();
        if (plain && key.getCode() == KeyCode.R) {
            send();
        } else if (plain && key.getCode() == KeyCode.EQUALS) {
            compare();
        } else {
            return;
        }
        key.consume();
    }

    private void compare() {
        var two = selected();
        if (two.size() == 2) {
            comparing.accept(two.getFirst(), two.getLast());
        } else {
            said.accept("Select two requests to compare them.");
        }
    }

    /** Sends what is selected to the running application, once it was said what speaks against it. */
    public void send() {
        var requests = captured();
        if (requests.isEmpty()) {
            return;
        }
        var address = application.get();
        if (address.isEmpty()) {
            said.accept("The application is not served: go back, press Run, and send it then.");
            return;
        }
        var cautions = requests.stream()
                .flatMap(request -> Cautions.of(request, InstantSource.system().instant()).stream())
                .distinct()
                .toList();
        if (cautions.isEmpty()) {
            send(requests, address.get());
        } else {
            modals.ask(
                    "Send to the running application?",
                    String.join("\n", cautions),
                    Choice.cancel(),
                    new Choice("Send", () -> send(requests, address.get())));
        }
    }

    private void send(List<Captured> requests, InetSocketAddress address) {
        // Without a mark of their origin, whose number belongs to another session.
        var replayer = new Replayer(address, id -> Optional.empty(), Duration.ZERO);
        var _ = new Replays(requests, Manner.AS_CAPTURED, 1, 1, false)
                .start(replayer, sending, result -> fx.execute(() -> said.accept(words(result))));
    }

    private static String words(Replays.Result result) {
        return switch (result) {
            case Replays.Result.Answered(int _, var answer) ->
                "#" + answer.sent().id() + " was sent to the running application: "
                        + answer.response().status() + ". Its exchange is in the running session.";
            case Replays.Result.Failed(int _, var reason) -> reason;
        };
    }

    private List<Exchange> selected() {
        return chosen.get().stream()
                .map(Outline::id)
                .sorted()
                .flatMap(id -> exchanges.exchange(id).stream())
                .toList();
    }

    private List<Captured> captured() {
        return selected().stream()
                .map(exchange -> Captured.of(exchange, started))
                .toList();
    }
}
