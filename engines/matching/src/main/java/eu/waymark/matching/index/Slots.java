package eu.waymark.matching.index;

import java.util.Arrays;

/** Where each person stands: open addressing over one int an entry. Only for the writer. */
final class Slots {

    private static final int EMPTY = 0;
    private static final double FULL = .75;

    private final PersonColumns columns;
    private int[] values = new int[16];
    private int used;

    Slots(PersonColumns columns) {
        this.columns = columns;
    }

    int size() {
        return used;
    }

    /** The slot of a person, or a negative number. */
    int get(long id) {
        return values[find(id)] - 1;
    }

    void put(long id, int slot) {
        if (used + 1 > values.length * FULL) {
            grow();
        }
        int at = find(id);
        used += values[at] == EMPTY ? 1 : 0;
        values[at] = slot + 1;
    }

    void remove(long id) {
        int hole = find(id);
        if (values[hole] == EMPTY) {
            return;
        }
        int at = next(hole);
        while (values[at] != EMPTY) {
            int home = home(columns.id(values[at] - 1));
            boolean mayMove = hole <= at ? home <= hole || home > at : home <= hole && home > at;
            if (mayMove) {
                values[hole] = values[at];
                hole = at;
            }
            at = next(at);
        }
        values[hole] = EMPTY;
        used--;
    }

    /** The slots of all people, the oldest first. */
    int[] all() {
        var all = new IntList(used);
        for (int value : values) {
            if (value != EMPTY) {
                all.add(value - 1);
            }
        }
        int[] slots = all.toArray();
        Arrays.sort(slots);
        return slots;
    }

    private void grow() {
        int[] old = values;
        values = new int[old.length + old.length / 2];
        for (int value : old) {
            if (value != EMPTY) {
                values[find(columns.id(value - 1))] = value;
            }
        }
    }

    private int find(long id) {
        int at = home(id);
        while (values[at] != EMPTY && columns.id(values[at] - 1) != id) {
            at = next(at);
        }
        return at;
    }

    private int home(long id) {
        long mixed = id * 0x9E37_79B9_7F4A_7C15L >>> Integer.SIZE;
        return (int) (mixed * values.length >>> Integer.SIZE);
    }

    private int next(int at) {
        return at + 1 == values.length ? 0 : at + 1;
    }
}
