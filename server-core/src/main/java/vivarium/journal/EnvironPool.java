package vivarium.journal;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Writes environs as what differs from an earlier one with the same keys: of some forty values about six change from one
 * request to the next. For one thread.
 */
final class EnvironPool {
    /** Sets of keys that are remembered: one for each kind of client and request. */
    private static final int SHAPES = 100;

    private record Shape(int strings, int numbers, List<String> keys) {}

    private record Base(long id, List<String> values) {}

    private final Map<Shape, Base> bases = new LeastRecentlyUsed<>(SHAPES);
    private final TextPool texts;

    EnvironPool(TextPool texts) {
        this.texts = texts;
    }

    /** Puts {@code own} into the object that is being written, where there is any; gives the number of the shared part. */
    long write(Environ environ, JsonText out) {
        int strings = environ.strings().size() / 2;
        int numbers = environ.numbers().size() / 2;
        var keys = new String[strings + numbers + environ.objects().size()];
        var values = new String[keys.length];
        int count = split(environ.strings(), keys, values, 0);
        count = split(environ.numbers(), keys, values, count);
        for (var object : environ.objects().entrySet()) {
            keys[count] = object.getKey();
            values[count++] = object.getValue();
        }
        var shape = new Shape(strings, numbers, Arrays.asList(keys));
        var base = bases.get(shape);
        if (base == null || differing(base.values, values) > keys.length / 2) {
            base = new Base(texts.add(describe(shape, values)), Arrays.asList(values));
            bases.put(shape, base);
        } else {
            writeOwn(base.values, values, strings, out);
        }
        return base.id;
    }

    private static int split(List<String> pairs, String[] keys, String[] values, int from) {
        int count = from;
        for (int i = 0; i + 1 < pairs.size(); i += 2) {
            keys[count] = pairs.get(i);
            values[count++] = pairs.get(i + 1);
        }
        return count;
    }

    private static int differing(List<String> base, String[] values) {
        int differing = 0;
        for (int i = 0; i < values.length; i++) {
            if (!values[i].equals(base.get(i))) {
                differing++;
            }
        }
        return differing;
    }

    private static void writeOwn(List<String> base, String[] values, int strings, JsonText out) {
        if (base.equals(Arrays.asList(values))) {
            return;
        }
        out.name("own").object();
        for (int i = 0; i < values.length; i++) {
            if (!values[i].equals(base.get(i))) {
                out.field(Integer.toString(i), i < strings ? PythonRepr.of(values[i]) : values[i]);
            }
        }
        out.endObject();
    }

    private static String describe(Shape shape, String[] values) {
        var json = new JsonText().object().name("environ").array();
        for (int i = 0; i < values.length; i++) {
            var key = shape.keys.get(i);
            boolean string = i < shape.strings;
            json.array()
                    .value(key)
                    .value(Environ.Group.of(key).name().toLowerCase(Locale.ROOT))
                    .value(string ? "str" : i < shape.strings + shape.numbers ? "number" : "object")
                    .value(string ? PythonRepr.of(values[i]) : values[i])
                    .endArray();
        }
        return json.endArray().endObject().toString();
    }
}
