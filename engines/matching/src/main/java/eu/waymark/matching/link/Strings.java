package eu.waymark.matching.link;

import org.apache.commons.text.similarity.JaroWinklerSimilarity;

/** Distances between words. */
final class Strings {

    private static final JaroWinklerSimilarity JARO_WINKLER = new JaroWinklerSimilarity();

    /** What Winkler adds at most for a common beginning of four letters. */
    private static final double MOST_FOR_BEGINNING = .4;

    private Strings() {}

    /** Jaro-Winkler similarity (Winkler 1990), 0 to 1. */
    static double jaroWinkler(String a, String b) {
        return JARO_WINKLER.apply(a, b);
    }

    /** Whether Jaro-Winkler similarity is at least so much; most words that are not alike cost only a look. */
    static boolean alike(String a, String b, double least) {
        long left = letters(a);
        long right = letters(b);
        double shareOfA = 1 - Long.bitCount(left & ~right) / (double) a.length();
        double shareOfB = 1 - Long.bitCount(right & ~left) / (double) b.length();
        double jaro = (shareOfA + shareOfB + 1) / 3;
        double most = jaro + MOST_FOR_BEGINNING * (1 - jaro);
        return most >= least && jaroWinkler(a, b) >= least;
    }

    /** A bit for each letter of a word; letters may share one. */
    private static long letters(String word) {
        long letters = 0;
        for (int i = 0; i < word.length(); i++) {
            letters |= 1L << (word.charAt(i) & 63);
        }
        return letters;
    }

    /**
     * Letters replaced, added, missing, or neighbours swapped (optimal string alignment).
     *
     * @return the distance, or {@code limit + 1} where it is more
     */
    static int edits(String a, String b, int limit) {
        if (Math.abs(a.length() - b.length()) > limit || Long.bitCount(letters(a) ^ letters(b)) > 2 * limit) {
            return limit + 1;
        }
        int[] before = new int[b.length() + 1];
        int[] last = new int[b.length() + 1];
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            last[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            row[0] = i;
            int least = i;
            for (int j = 1; j <= b.length(); j++) {
                row[j] = cell(a, b, i, j, before, last, row);
                least = Math.min(least, row[j]);
            }
            if (least > limit) {
                return limit + 1;
            }
            int[] spare = before;
            before = last;
            last = row;
            row = spare;
        }
        return Math.min(last[b.length()], limit + 1);
    }

    private static int cell(String a, String b, int i, int j, int[] before, int[] last, int[] row) {
        int replaced = last[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        int cost = Math.min(replaced, Math.min(last[j], row[j - 1]) + 1);
        boolean swapped = i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
        return swapped ? Math.min(cost, before[j - 2] + 1) : cost;
    }
}
