package vivarium.engine.embedded;

import java.util.List;
import org.graalvm.polyglot.proxy.ProxyArray;

/** Hands a list of strings to Python, where it can be iterated. */
final class ListProxy {
    private ListProxy() {}

    static ProxyArray of(List<String> strings) {
        return ProxyArray.fromList(List.copyOf(strings));
    }
}
