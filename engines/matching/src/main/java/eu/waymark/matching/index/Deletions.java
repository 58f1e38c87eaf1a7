package eu.waymark.matching.index;

import eu.waymark.matching.blocking.Keying;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Keyed hashes of a word with letters left out. Two words that are one slip apart share one, so misspellings are found
 * in a table of numbers that shows no word (Garbe's symmetric deletion, "SymSpell").
 */
final class Deletions {

    /** In a shorter word one letter makes another name. */
    private static final int SHORTEST = 4;

    private static final int LONG_WORD = 8;

    /** Letters further back are compared as they are, so that a long word has few variants. */
    private static final int PREFIX = 9;

    private Deletions() {}

    /** Slips that a word may have: none, one, or two in a long word. */
    static int slips(String word) {
        if (word.length() < SHORTEST) {
            return 0;
        }
        return word.length() < LONG_WORD ? 1 : 2;
    }

    /**
     * By number of letters left out, the hashes of all variants; the first list holds the word itself.
     *
     * @return {@code slips(word) + 1} arrays
     */
    static List<long[]> of(String word, Keying keying) {
        var levels = new ArrayList<long[]>(3);
        Set<String> level = Set.of(word);
        for (int left = 0; ; left++) {
            levels.add(level.stream()
                    .mapToLong(variant -> keying.hash("without:" + variant))
                    .toArray());
            if (left == slips(word)) {
                return levels;
            }
            level = shorter(level);
        }
    }

    private static Set<String> shorter(Set<String> words) {
        var shorter = new LinkedHashSet<String>();
        for (String word : words) {
            for (int i = 0; i < Math.min(word.length(), PREFIX); i++) {
                shorter.add(word.substring(0, i) + word.substring(i + 1));
            }
        }
        return shorter;
    }
}
