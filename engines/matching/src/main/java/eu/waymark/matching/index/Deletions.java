package eu.waymark.matching.index;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A word with letters left out, as numbers. Two words that are one slip apart share one, so misspellings are found in a
 * table of numbers (Garbe's symmetric deletion, "SymSpell"). Whoever keeps them puts them under a key first.
 */
final class Deletions {

    /** In a shorter word one letter makes another name. */
    private static final int SHORTEST = 4;

    private static final int LONG_WORD = 8;

    /** Letters further back are compared as they are, so that a long word has few variants. */
    private static final int PREFIX = 9;

    private static final int NOTHING = -1;

    /** FNV-1a with 64 bits (Fowler, Noll, Vo). */
    private static final long FIRST = 0xcbf2_9ce4_8422_2325L;

    private static final long PRIME = 0x100_0000_01b3L;

    private Deletions() {}

    /** Slips that a word may have: none, one, or two in a long word. */
    static int slips(String word) {
        if (word.length() < SHORTEST) {
            return 0;
        }
        return word.length() < LONG_WORD ? 1 : 2;
    }

    /**
     * By number of letters left out, the numbers of all variants; the first list holds the word itself.
     *
     * @return {@code slips(word) + 1} arrays
     */
    static List<long[]> of(String word) {
        int slips = slips(word);
        var levels = new ArrayList<long[]>(slips + 1);
        levels.add(new long[] {number(word, NOTHING, NOTHING)});
        int most = Math.min(word.length(), PREFIX);
        if (slips > 0) {
            long[] one = new long[most];
            for (int i = 0; i < most; i++) {
                one[i] = number(word, i, NOTHING);
            }
            levels.add(distinct(one, most));
        }
        if (slips > 1) {
            levels.add(two(word, Math.min(word.length(), PREFIX + 1)));
        }
        return levels;
    }

    private static long[] two(String word, int most) {
        long[] two = new long[most * (most - 1) / 2];
        int size = 0;
        for (int i = 0; i < most; i++) {
            for (int j = i + 1; j < most; j++) {
                two[size++] = number(word, i, j);
            }
        }
        return distinct(two, size);
    }

    private static long number(String word, int without, int andWithout) {
        long number = FIRST;
        for (int i = 0; i < word.length(); i++) {
            if (i != without && i != andWithout) {
                number = (number ^ word.charAt(i)) * PRIME;
            }
        }
        return number;
    }

    private static long[] distinct(long[] numbers, int size) {
        Arrays.sort(numbers, 0, size);
        int kept = 0;
        for (int i = 0; i < size; i++) {
            if (i == 0 || numbers[i] != numbers[i - 1]) {
                numbers[kept++] = numbers[i];
            }
        }
        return Arrays.copyOf(numbers, kept);
    }
}
