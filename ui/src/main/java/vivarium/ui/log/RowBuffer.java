package vivarium.ui.log;

import java.util.AbstractList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A list in which appending at the end and dropping from the front cost what they move, and a change in between moves the rest.
 * For one thread.
 */
final class RowBuffer<T> extends AbstractList<T> {
    private @Nullable Object[] items = new Object[64];
    private int start;
    private int size;

    @Override
    @SuppressWarnings("unchecked")
    public T get(int index) {
        if (index < 0 || index >= size) {
            throw new IndexOutOfBoundsException(index + " of " + size);
        }
        Object item = items[start + index];
        assert item != null;
        return (T) item;
    }

    @Override
    public int size() {
        return size;
    }

    /** Puts these before the element at {@code index}, or at the end. */
    void insert(int index, List<? extends T> more) {
        makeRoom(more.size());
        System.arraycopy(items, start + index, items, start + index + more.size(), size - index);
        for (int i = 0; i < more.size(); i++) {
            items[start + index + i] = more.get(i);
        }
        size += more.size();
    }

    /** Takes away {@code count} elements. */
    void drop(int index, int count) {
        if (index == 0) {
            Arrays.fill(items, start, start + count, null);
            start += count;
        } else {
            System.arraycopy(items, start + index + count, items, start + index, size - index - count);
            Arrays.fill(items, start + size - count, start + size, null);
        }
        size -= count;
    }

    private void makeRoom(int more) {
        if (start + size + more > items.length) {
            // Never much less than half empty afterwards, so that moving everything is rare.
            @Nullable Object[] target = size + more > items.length / 2 ? new Object[(size + more) * 2] : items;
            System.arraycopy(items, start, target, 0, size);
            if (target == items) {
                Arrays.fill(items, size, start + size, null);
            }
            items = target;
            start = 0;
        }
    }
}
