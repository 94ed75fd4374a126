package vivarium.ui.exchange;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import javafx.application.Platform;
import javafx.scene.Parent;
import javafx.scene.control.TreeTableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import vivarium.exchange.Exchanges;
import vivarium.journal.JournalClock;
import vivarium.ui.environ.EnvironView;
import vivarium.ui.traffic.Fx;
import vivarium.ui.traffic.NowhereElse;
import vivarium.ui.traffic.Traffic;

/** Takes pictures of the pane for someone to look at, and says how long showing took; {@code main} takes the folder for them. */
@SuppressWarnings("SystemOut") // that is what it is for
final class ExchangePictures {
    private final LiveExchanges exchanges = new LiveExchanges(new Exchanges(10_000, 64 << 20));
    private final Path folder;
    private final ExchangeView view;
    private final javafx.stage.Stage stage;

    private ExchangePictures(Path folder) {
        this.folder = folder;
        view = Fx.call(() -> new ExchangeView(
                exchanges,
                new NowhereElse(),
                Path.of("/home/ada/guestbook"),
                new JournalClock(Instant.parse("2026-11-21T08:00:00Z"), System::nanoTime),
                new EnvironView(exchanges)));
        stage = Fx.show((Parent) view.node());
    }

    public static void main(String[] arguments) {
        Fx.start();
        Fx.theme(new PrimerLight());
        var pictures = new ExchangePictures(Path.of(arguments[0]));
        pictures.take();
        Platform.exit();
    }

    private void take() {
        Fx.picture(stage, folder.resolve("exchange-empty.png"));
        Fx.run(() -> exchanges.accept(new Traffic().many(1, 400)));
        shot(200, "overview", "light");
        shot(200, "request", "light");
        shot(199, "response", "light");
        shot(204, "exception", "light");
        shot(200, "environ", "light");
        Fx.theme(new PrimerDark());
        shot(204, "overview", "dark");
        shot(202, "response", "dark");
        shot(204, LogTab.ID, "dark");
        shot(204, "exception", "dark");
        shot(204, "environ", "dark");
        Fx.run(() -> {
            var tree = (TreeTableView<?>) view.node().lookup("#environ-tree");
            tree.getSelectionModel().select(5);
        });
        Fx.picture(stage, folder.resolve("exchange-environ-detail.png"));
        shot(199, "response", "dark");
        Fx.run(() -> ((javafx.scene.control.ToggleButton) view.node().lookup("#response-hex")).fire());
        Fx.picture(stage, folder.resolve("exchange-hex.png"));
        Fx.run(() -> ((javafx.scene.control.ToggleButton) view.node().lookup("#response-json")).fire());
        Fx.run(() -> view.node()
                .lookup("#response-body")
                .fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "f", "f", KeyCode.F, false, true, false, false)));
        Fx.run(() -> ((javafx.scene.control.TextField) view.node().lookup("#response-body-find")).setText("a"));
        Fx.picture(stage, folder.resolve("exchange-find.png"));
        for (var tab : new String[] {"overview", "request", "response", "environ", LogTab.ID, "exception"}) {
            Fx.run(() -> view.showTab(tab));
            long[] times = new long[50];
            for (int i = 0; i < times.length; i++) {
                times[i] = timed(300 + i);
            }
            Arrays.sort(times);
            System.out.printf("%-10s laid out in p50 %.1f ms, worst %.1f ms%n", tab, times[25] / 1e6, times[49] / 1e6);
        }
        Fx.run(stage::hide);
    }

    private long timed(long id) {
        long start = System.nanoTime();
        Fx.call(() -> {
            exchanges.select(id);
            view.node().getScene().getRoot().applyCss();
            view.node().getScene().getRoot().layout();
            return true;
        });
        return System.nanoTime() - start;
    }

    private void shot(long id, String tab, String theme) {
        Fx.run(() -> {
            exchanges.select(id);
            view.showTab(tab);
        });
        Fx.picture(stage, folder.resolve("exchange-" + tab + "-" + theme + ".png"));
    }
}
