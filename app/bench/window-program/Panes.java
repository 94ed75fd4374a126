import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TabPane;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.ScrollEvent;
import javafx.stage.Stage;
import vivarium.ui.MainWindow;

/** The panes as their user sees them: found in the scene, scrolled with a wheel, typed into. Methods that take a pulse are for the FX
 * thread, the others for any other. */
final class Panes {
    private static final int SECOND = 60;

    private final Stage stage;
    private final MainWindow window;
    private ListView<?> log;

    Panes(Stage stage, MainWindow window) {
        this.stage = stage;
        this.window = window;
    }

    void show(String pane) {
        Fx.run(() -> window.showPane(pane));
    }

    void showTab(String tab, long exchange) {
        Fx.run(() -> {
            window.showExchange(exchange);
            window.showPane("exchange");
            var tabs = node("#exchange-tabs", TabPane.class);
            tabs.getTabs().stream().filter(each -> tab.equals(each.getId())).forEach(tabs.getSelectionModel()::select);
        });
    }

    /** Also while another pane is in front, when it is not in the scene; it has to have been shown once. */
    private ListView<?> log() {
        if (log == null) {
            log = node("#log-list", ListView.class);
        }
        return log;
    }

    int requestRows() {
        return requests().getItems().size();
    }

    int logRows() {
        return log().getItems().size();
    }

    void scrollRequests(int pulse) {
        scroll(requests(), pulse);
    }

    void scrollLog(int pulse) {
        scroll(log(), pulse);
    }

    /** Up for two seconds, down for one, and so on: away from the end, through what is older. */
    private static void scroll(Node list, int pulse) {
        double by = pulse % (3 * SECOND) < 2 * SECOND ? 120 : -120;
        Node cells = Objects.requireNonNull(list.lookup(".virtual-flow"));
        var middle = cells.localToScene(
                cells.getBoundsInLocal().getCenterX(), cells.getBoundsInLocal().getCenterY());
        Event.fireEvent(
                cells,
                new ScrollEvent(
                        ScrollEvent.SCROLL,
                        middle.getX(),
                        middle.getY(),
                        middle.getX(),
                        middle.getY(),
                        false,
                        false,
                        false,
                        false,
                        false,
                        false,
                        0,
                        by,
                        0,
                        by,
                        ScrollEvent.HorizontalTextScrollUnits.NONE,
                        0,
                        ScrollEvent.VerticalTextScrollUnits.NONE,
                        0,
                        0,
                        null));
    }

    void followRequests() {
        Fx.run(() -> node("#requests-follow", Button.class).fire());
    }

    void followLog() {
        Fx.run(() -> {
            var list = log();
            list.scrollTo(list.getItems().size() - 1);
            stage.getScene().getRoot().lookupAll(".log-pane .toggle-button").stream()
                    .map(ToggleButton.class::cast)
                    .filter(follow -> !follow.isSelected())
                    .forEach(ToggleButton::fire);
        });
    }

    void filterLog(int pulse) {
        if (pulse % SECOND == 0) {
            node("#log-filter", TextField.class).setText(pulse % (2 * SECOND) == 0 ? "unicorn" : "animal number");
        }
    }

    void filterLog(String words) {
        Fx.run(() -> node("#log-filter", TextField.class).setText(words));
    }

    void filterRequests(int pulse) {
        if (pulse % SECOND == 0) {
            requestFilter().setText(pulse % (2 * SECOND) == 0 ? "moth" : "page");
        }
    }

    void filterRequests(String words) {
        Fx.run(() -> requestFilter().setText(words));
    }

    private TextField requestFilter() {
        return node("#requests-filter", TextField.class);
    }

    @SuppressWarnings("unchecked")
    void sortRequests(int pulse) {
        if (pulse == 0) {
            var table = (TableView<Object>) requests();
            TableColumn<Object, ?> duration = table.getColumns().stream()
                    .filter(column -> column.getText().equals("Duration"))
                    .findFirst()
                    .orElseThrow();
            table.getSortOrder().add(duration);
        }
    }

    void unsortRequests() {
        Fx.run(() -> requests().getSortOrder().clear());
        followRequests();
    }

    /** Nanoseconds from asking for this exchange to the end of the layout that shows it. */
    long select(long exchange) {
        var shown = new CompletableFuture<Long>();
        Fx.run(() -> {
            long start = System.nanoTime();
            var scene = stage.getScene();
            var number = node("#exchange-header .number", Label.class);
            scene.addPostLayoutPulseListener(new Runnable() {
                @Override
                public void run() {
                    if (number.getText().equals("#" + exchange)) {
                        scene.removePostLayoutPulseListener(this);
                        shown.complete(System.nanoTime() - start);
                    }
                }
            });
            window.showExchange(exchange);
            javafx.application.Platform.requestNextPulse();
        });
        return shown.orTimeout(10, java.util.concurrent.TimeUnit.SECONDS).join();
    }

    private TableView<?> requests() {
        return node("#requests-table", TableView.class);
    }

    private <T extends Node> T node(String selector, Class<T> type) {
        return type.cast(Objects.requireNonNull(stage.getScene().getRoot().lookup(selector), selector));
    }
}
