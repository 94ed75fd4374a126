package vivarium.ui.requests;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.nio.file.Path;
import java.time.Instant;
import javafx.application.Platform;
import javafx.scene.Parent;
import vivarium.exchange.Exchanges;
import vivarium.journal.JournalClock;
import vivarium.ui.exchange.LiveExchanges;
import vivarium.ui.traffic.Fx;
import vivarium.ui.traffic.NowhereElse;
import vivarium.ui.traffic.Traffic;

/** Takes pictures of the pane for someone to look at; {@code main} takes the folder to put them in. */
final class RequestsPictures {
    private RequestsPictures() {}

    public static void main(String[] arguments) {
        var folder = Path.of(arguments[0]);
        var exchanges = new LiveExchanges(new Exchanges(10_000, 64 << 20));
        Fx.start();
        Fx.theme(new PrimerLight());
        var view = Fx.call(() -> new RequestsView(
                exchanges,
                new NowhereElse(),
                new JournalClock(Instant.parse("2026-11-21T08:00:00Z"), System::nanoTime),
                1_000_000_000L));
        var stage = Fx.show((Parent) view.node());
        Fx.picture(stage, folder.resolve("requests-empty.png"));
        var events = new Traffic().many(1, 400);
        Fx.run(() -> exchanges.accept(events.subList(0, events.size() - 3)));
        Fx.picture(stage, folder.resolve("requests-light.png"));
        Fx.run(() -> view.select(200));
        Fx.theme(new PrimerDark());
        Fx.picture(stage, folder.resolve("requests-dark-selected.png"));
        Fx.run(() -> view.filterBy("no such thing"));
        Fx.picture(stage, folder.resolve("requests-dark-hidden.png"));
        Fx.run(stage::hide);
        Platform.exit();
    }
}
