package vivarium.journal;

import java.util.LinkedHashMap;
import java.util.Map;

/** A map that forgets the entry whose last use is longest ago when it would grow over its bound. For one thread. */
final class LeastRecentlyUsed<K, V> extends LinkedHashMap<K, V> {
    private final int bound;

    LeastRecentlyUsed(int bound) {
        super(16, 0.75f, true);
        this.bound = bound;
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
        return size() > bound;
    }
}
