package eu.waymark.matching.index;

import java.util.Arrays;

/** A growing list of ints. */
final class IntList {

    private int[] values;
    private int size;

    IntList(int capacity) {
        values = new int[capacity];
    }

    int size() {
        return size;
    }

    int get(int index) {
        return values[index];
    }

    /** The array behind, with room for so many more; to be followed by {@link #added}. */
    int[] room(int more) {
        if (size + more > values.length) {
            values = Arrays.copyOf(values, Math.max(size + more, 2 * values.length));
        }
        return values;
    }

    void added(int more) {
        size += more;
    }

    void add(int value) {
        room(1)[size++] = value;
    }

    boolean contains(int value) {
        for (int i = 0; i < size; i++) {
            if (values[i] == value) {
                return true;
            }
        }
        return false;
    }

    int[] toArray() {
        return Arrays.copyOf(values, size);
    }
}
