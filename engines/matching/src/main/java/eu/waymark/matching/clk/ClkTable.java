package eu.waymark.matching.clk;

import java.util.Arrays;
import java.util.function.IntPredicate;

/**
 * Encodings of many people in primitive columns, 136 bytes each (72 folded), scanned in one pass. The first 512 bits lie
 * apart from the rest: they are enough to rule out nearly everybody, so that a scan reads half the memory. Rows are
 * sorted by the number of bits, since a Dice of {@code t} needs cardinalities within a factor of {@code (2 - t) / t}.
 * Built once; reading is safe for all threads.
 */
public final class ClkTable {

    /** Words of a block, the unit that is compared. */
    private static final int BLOCK = 8;

    /** Words that are counted in one pass over a chunk. */
    private static final int AT_ONCE = 4;

    /** Rows that are looked at before those of them that may do are looked at again. */
    private static final int CHUNK = 1 << 12;

    private final int length;
    private final int rows;
    private final long[][] heads;
    private final long[] tails;
    private final short[] tailBits;
    private final short[] bits;
    private final int[] people;

    /** Called for every row that is similar enough. */
    @FunctionalInterface
    interface Found {

        /**
         * @param person as added
         * @param similarity Dice
         */
        void at(int person, double similarity);
    }

    private ClkTable(Builder added) {
        this.length = added.words * Long.SIZE;
        this.rows = added.rows;
        this.heads = new long[BLOCK][rows];
        this.tails = new long[rows * (added.words - BLOCK)];
        this.tailBits = new short[rows];
        this.bits = new short[rows];
        this.people = new int[rows];
        int[] order = added.byCardinality();
        for (int row = 0; row < rows; row++) {
            put(row, added.bits, order[row] * added.words);
            people[row] = added.people[order[row]];
        }
    }

    /** How many encodings there are. */
    public int size() {
        return rows;
    }

    int length() {
        return length;
    }

    long bytes() {
        return (long) rows * (length / Byte.SIZE + 2 * Short.BYTES + Integer.BYTES);
    }

    /**
     * Finds every row that is at least this similar.
     *
     * @param threshold above 0
     * @throws IllegalArgumentException if only one of table and question is folded
     */
    void scan(Clk question, double threshold, Found found) {
        if (question.length() != length) {
            throw new IllegalArgumentException("The question has another length than the table");
        }
        int asked = question.cardinality();
        int from = firstAtLeast((int) Math.ceil(threshold / (2 - threshold) * asked));
        int to = firstAtLeast((int) Math.floor((2 - threshold) / threshold * asked) + 1);
        int[] needed = needed(asked, threshold);
        long[] head = words(question, 0);
        long[] tail = length > BLOCK * Long.SIZE ? words(question, BLOCK) : new long[0];
        int askedTail = ones(tail);
        int[] likely = new int[Math.min(CHUNK, Math.max(0, to - from))];
        int[] shared = new int[likely.length];
        for (int chunk = from; chunk < to; chunk += CHUNK) {
            int rowsHere = Math.min(to - chunk, CHUNK);
            count(chunk, rowsHere, head, shared);
            int count = likely(chunk, rowsHere, shared, askedTail, needed, likely);
            for (int i = 0; i < count; i++) {
                int row = chunk + likely[i];
                int common = shared[likely[i]] + (tail.length == 0 ? 0 : common(tails, row * BLOCK, tail));
                if (common >= needed[bits[row]]) {
                    found.at(people[row], 2.0 * common / (asked + bits[row]));
                }
            }
        }
    }

    /** Counts the bits that each row shares with the first words of a question. */
    private void count(int from, int rows, long[] head, int[] shared) {
        Arrays.fill(shared, 0, rows, 0);
        for (int word = 0; word < BLOCK; word += AT_ONCE) {
            long[] first = heads[word];
            long[] second = heads[word + 1];
            long[] third = heads[word + 2];
            long[] fourth = heads[word + 3];
            long w1 = head[word];
            long w2 = head[word + 1];
            long w3 = head[word + 2];
            long w4 = head[word + 3];
            for (int i = 0; i < rows; i++) {
                shared[i] += Long.bitCount(first[from + i] & w1)
                        + Long.bitCount(second[from + i] & w2)
                        + Long.bitCount(third[from + i] & w3)
                        + Long.bitCount(fourth[from + i] & w4);
            }
        }
    }

    /** Collects the rows that their first bits do not rule out; without a branch. */
    private int likely(int from, int rows, int[] shared, int askedTail, int[] needed, int[] likely) {
        int count = 0;
        for (int i = 0; i < rows; i++) {
            int most = shared[i] + Math.min(askedTail, tailBits[from + i]);
            likely[count] = i;
            count += most >= needed[bits[from + i]] ? 1 : 0;
        }
        return count;
    }

    /** Common bits that a row of so many bits needs. */
    private int[] needed(int asked, double threshold) {
        int[] needed = new int[length + 1];
        for (int cardinality = 0; cardinality <= length; cardinality++) {
            needed[cardinality] = (int) Math.ceil(threshold * (asked + cardinality) / 2 - 1e-9);
        }
        return needed;
    }

    /** Written out, so that the compiler makes eight population counts of it and no loop. */
    private static int common(long[] column, int at, long[] words) {
        return Long.bitCount(column[at] & words[0])
                + Long.bitCount(column[at + 1] & words[1])
                + Long.bitCount(column[at + 2] & words[2])
                + Long.bitCount(column[at + 3] & words[3])
                + Long.bitCount(column[at + 4] & words[4])
                + Long.bitCount(column[at + 5] & words[5])
                + Long.bitCount(column[at + 6] & words[6])
                + Long.bitCount(column[at + 7] & words[7]);
    }

    private int firstAtLeast(int cardinality) {
        int low = 0;
        int high = rows;
        while (low < high) {
            int middle = low + high >>> 1;
            if (bits[middle] < cardinality) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private void put(int row, long[] words, int from) {
        for (int word = 0; word < BLOCK; word++) {
            heads[word][row] = words[from + word];
        }
        int ones = ones(words, from, from + BLOCK);
        if (tails.length > 0) {
            System.arraycopy(words, from + BLOCK, tails, row * BLOCK, BLOCK);
            tailBits[row] = (short) ones(words, from + BLOCK, from + 2 * BLOCK);
        }
        bits[row] = (short) (ones + tailBits[row]);
    }

    private static long[] words(Clk clk, int from) {
        long[] words = new long[BLOCK];
        for (int i = 0; i < BLOCK; i++) {
            words[i] = clk.word(from + i);
        }
        return words;
    }

    private static int ones(long[] words) {
        return ones(words, 0, words.length);
    }

    private static int ones(long[] words, int from, int to) {
        int ones = 0;
        for (int i = from; i < to; i++) {
            ones += Long.bitCount(words[i]);
        }
        return ones;
    }

    /** Collects encodings of one length; not safe for several threads. */
    static final class Builder {

        private static final int FIRST_ROWS = 64;

        private final int words;
        private long[] bits = {};
        private int[] people = {};
        private int rows;

        /** @param length bits of every encoding: 1,024 or 512 */
        Builder(int length) {
            this.words = length / Long.SIZE;
        }

        void add(int person, Clk clk) {
            makeRoom();
            for (int i = 0; i < words; i++) {
                bits[rows * words + i] = clk.word(i);
            }
            people[rows++] = person;
        }

        void addAll(ClkTable table, IntPredicate kept) {
            for (int row = 0; row < table.rows; row++) {
                if (kept.test(table.people[row])) {
                    makeRoom();
                    for (int word = 0; word < BLOCK; word++) {
                        bits[rows * words + word] = table.heads[word][row];
                    }
                    System.arraycopy(table.tails, row * (words - BLOCK), bits, rows * words + BLOCK, words - BLOCK);
                    people[rows++] = table.people[row];
                }
            }
        }

        private void makeRoom() {
            if (rows == people.length) {
                int room = Math.max(FIRST_ROWS, rows + (rows >> 1));
                bits = Arrays.copyOf(bits, room * words);
                people = Arrays.copyOf(people, room);
            }
        }

        ClkTable build() {
            return new ClkTable(this);
        }

        /** Counting sort: row numbers in order of cardinality. */
        private int[] byCardinality() {
            int[] next = new int[words * Long.SIZE + 2];
            for (int row = 0; row < rows; row++) {
                next[cardinality(row) + 1]++;
            }
            for (int i = 1; i < next.length; i++) {
                next[i] += next[i - 1];
            }
            int[] order = new int[rows];
            for (int row = 0; row < rows; row++) {
                order[next[cardinality(row)]++] = row;
            }
            return order;
        }

        private int cardinality(int row) {
            return ones(bits, row * words, (row + 1) * words);
        }
    }
}
