package vivarium.ui.exchange;

import javafx.scene.Node;
import vivarium.exchange.Exchange;

/** One way to look at an exchange. FX thread only. */
public interface ExchangeTab {
    /** What tests and settings call it, for example {@code response}; never changes. */
    String tabId();

    /** What the tab says. */
    String tabTitle();

    /** The content; always the same node, made when it is asked for. */
    Node content();

    /**
     * Shows this exchange; only called while the tab is in front.
     *
     * @param same whether it is the one that is shown already, of which more has become known: what the user has set up stays
     */
    void show(Exchange exchange, boolean same);
}
