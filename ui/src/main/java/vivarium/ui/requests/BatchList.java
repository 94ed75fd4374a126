package vivarium.ui.requests;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import javafx.collections.ModifiableObservableListBase;

/** A list whose listeners hear of many changes at once. FX thread only. */
final class BatchList<E> extends ModifiableObservableListBase<E> {
    private List<E> elements = new ArrayList<>();

    /** Makes these changes; listeners hear of them together when all are made. */
    void change(Runnable changes) {
        beginChange();
        try {
            changes.run();
        } finally {
            endChange();
        }
    }

    /** Removes what matches, in one pass. */
    void removeMatching(Predicate<E> unwanted) {
        change(() -> {
            var staying = new ArrayList<E>(elements.size());
            var leaving = new ArrayList<E>();
            for (E element : elements) {
                if (unwanted.test(element)) {
                    leaving.add(element);
                } else {
                    nextRemoved(staying.size(), leaving);
                    staying.add(element);
                }
            }
            nextRemoved(staying.size(), leaving);
            elements = staying;
        });
    }

    /** Puts other elements in the place of all. */
    void replaceAll(List<E> others) {
        change(() -> {
            var before = elements;
            elements = new ArrayList<>(others);
            modCount++;
            nextReplace(0, elements.size(), before);
        });
    }

    @Override
    public E get(int index) {
        return elements.get(index);
    }

    @Override
    public int size() {
        return elements.size();
    }

    @Override
    protected void doAdd(int index, E element) {
        elements.add(index, element);
    }

    @Override
    protected E doSet(int index, E element) {
        return elements.set(index, element);
    }

    @Override
    protected E doRemove(int index) {
        return elements.remove(index);
    }

    private void nextRemoved(int index, List<E> run) {
        if (!run.isEmpty()) {
            modCount++;
            nextRemove(index, new ArrayList<>(run));
            run.clear();
        }
    }
}
