package vivarium.journal;

import java.util.Map;
import java.util.function.Supplier;

/** Numbers texts that many events share, so that each is written once, or again when it was forgotten. For one thread. */
final class TextPool {
    /** Puts a text into the file. */
    interface Sink {
        void add(long id, String content);
    }

    /** A developer's browsers, curl and the application's answers make some dozens. */
    private static final int REMEMBERED = 1_000;

    private final Map<Object, Long> ids = new LeastRecentlyUsed<>(REMEMBERED);
    private final Sink sink;
    private long last;

    TextPool(Sink sink) {
        this.sink = sink;
    }

    /** The number of the text that stands for this key; the text is only made where the key is new. */
    long id(Object key, Supplier<String> content) {
        Long known = ids.get(key);
        if (known != null) {
            return known;
        }
        long id = add(content.get());
        ids.put(key, id);
        return id;
    }

    /** The number of a text that is new. */
    long add(String content) {
        sink.add(++last, content);
        return last;
    }
}
