package vivarium.ui.requests;

import javafx.css.PseudoClass;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import vivarium.exchange.Outline;
import vivarium.ui.exchange.Clipboards;

/** What can be done with the rows of the table. FX thread only. */
final class RequestsMenu {
    private static final PseudoClass PINNED = PseudoClass.getPseudoClass("pinned");

    private final RequestsView view;
    private final TableView<RequestRow> table;

    RequestsMenu(RequestsView view, TableView<RequestRow> table) {
        this.view = view;
        this.table = table;
    }

    /** Puts it on the table, and a double click on its rows. */
    void install() {
        var show = item("Show the exchange", view::showExchange);
        var log = item("Show its log lines", view::showLog);
        var path = item("Show only this path", this::onlyThisPath);
        var copy = item("Copy", view::copy);
        var target = item("Copy the path with its query", this::copyTarget);
        var menu = new ContextMenu(
                show,
                log,
                path,
                new SeparatorMenuItem(),
                copy,
                target,
                new SeparatorMenuItem(),
                item("Follow the newest", view::follow),
                item("Clear all but those pinned", view::clear));
        menu.setOnShowing(showing -> {
            boolean none = view.chosen().isEmpty();
            for (var needing : new MenuItem[] {show, log, path, copy, target}) {
                needing.setDisable(none);
            }
        });
        table.setContextMenu(menu);
        table.setRowFactory(_ -> {
            var row = new TableRow<RequestRow>();
            row.itemProperty()
                    .flatMap(RequestRow::outlineProperty)
                    .map(outline -> outline.note().pinned())
                    .orElse(false)
                    .subscribe(pinned -> row.pseudoClassStateChanged(PINNED, pinned));
            row.setOnMouseClicked(click -> {
                if (click.getClickCount() == 2 && !row.isEmpty()) {
                    view.showExchange();
                }
            });
            return row;
        });
    }

    private void onlyThisPath() {
        view.chosen().stream().findFirst().map(outline -> outline.head().path()).ifPresent(view::filterBy);
    }

    private void copyTarget() {
        Clipboards.put(String.join(
                "\n", view.chosen().stream().map(RequestsMenu::target).toList()));
    }

    private static String target(Outline outline) {
        return outline.head().target();
    }

    private static MenuItem item(String words, Runnable action) {
        var item = new MenuItem(words);
        item.setOnAction(chosen -> action.run());
        return item;
    }
}
