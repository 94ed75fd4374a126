package vivarium.ui.log;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RowBufferTest {
    @Test
    void doesWhatAnArrayListDoes() {
        var random = new Random(1);
        var expected = new ArrayList<Integer>();
        var actual = new RowBuffer<Integer>();
        for (int step = 0; step < 5000; step++) {
            if (random.nextInt(3) > 0 || expected.isEmpty()) {
                int at = random.nextBoolean() ? expected.size() : random.nextInt(expected.size() + 1);
                List<Integer> more =
                        IntStream.range(0, random.nextInt(20)).boxed().toList();
                expected.addAll(at, more);
                actual.insert(at, more);
            } else {
                int at = random.nextBoolean() ? 0 : random.nextInt(expected.size());
                int count = random.nextInt(Math.min(40, expected.size() - at) + 1);
                expected.subList(at, at + count).clear();
                actual.drop(at, count);
            }
            assertEquals(expected, actual);
        }
    }
}
