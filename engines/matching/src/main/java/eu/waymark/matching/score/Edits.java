package eu.waymark.matching.score;

/** Counts slips of the pen between two words, without allocation. */
final class Edits {

    private static final double PREFIX_WEIGHT = .1;
    private static final int LONGEST_PREFIX = 4;
    private static final int BITS = 62;

    /** Letters that scanners and tired eyes take for one another. */
    private static final String[][] CONFUSED = {
        {"rn", "m"}, {"cl", "d"}, {"vv", "w"}, {"ii", "u"}, {"li", "h"}, {"ri", "n"}
    };

    private Edits() {}

    /** Whether at most so many letters are wrong, missing, too many, or swapped with their neighbour. */
    static boolean within(String a, String b, int slips) {
        return Math.abs(a.length() - b.length()) <= slips && within(a, 0, b, 0, slips);
    }

    private static boolean within(String a, int fromA, String b, int fromB, int slips) {
        int i = fromA;
        int j = fromB;
        while (i < a.length() && j < b.length() && a.charAt(i) == b.charAt(j)) {
            i++;
            j++;
        }
        int restA = a.length() - i;
        int restB = b.length() - j;
        if (Math.max(restA, restB) <= slips) {
            return true;
        }
        if (slips == 0 || Math.abs(restA - restB) > slips) {
            return false;
        }
        boolean swapped = restA > 1
                && restB > 1
                && a.charAt(i) == b.charAt(j + 1)
                && a.charAt(i + 1) == b.charAt(j)
                && within(a, i + 2, b, j + 2, slips - 1);
        return swapped
                || restA > 0 && restB > 0 && within(a, i + 1, b, j + 1, slips - 1)
                || restA > 0 && within(a, i + 1, b, j, slips - 1)
                || restB > 0 && within(a, i, b, j + 1, slips - 1);
    }

    /** Whether the words are one to an eye that takes rn for m. */
    static boolean confusable(String a, String b) {
        if (Math.abs(a.length() - b.length()) != 1) {
            return false;
        }
        String longer = a.length() > b.length() ? a : b;
        String shorter = a.length() > b.length() ? b : a;
        for (String[] pair : CONFUSED) {
            if (confused(longer, shorter, pair[0], pair[1])) {
                return true;
            }
        }
        return false;
    }

    private static boolean confused(String two, String one, String pair, String letter) {
        int at = two.indexOf(pair);
        while (at >= 0) {
            boolean same = one.startsWith(letter, at)
                    && one.regionMatches(0, two, 0, at)
                    && one.regionMatches(at + 1, two, at + 2, one.length() - at - 1);
            if (same) {
                return true;
            }
            at = two.indexOf(pair, at + 1);
        }
        return false;
    }

    /** The similarity of Jaro and Winkler (1990), from 0 to 1; words over 62 letters are compared that far. */
    static double jaroWinkler(String a, String b) {
        int lengthA = Math.min(a.length(), BITS);
        int lengthB = Math.min(b.length(), BITS);
        int reach = Math.max(0, Math.max(lengthA, lengthB) / 2 - 1);
        long takenA = 0;
        long takenB = 0;
        for (int i = 0; i < lengthA; i++) {
            int end = Math.min(lengthB, i + reach + 1);
            for (int j = Math.max(0, i - reach); j < end; j++) {
                if ((takenB & 1L << j) == 0 && a.charAt(i) == b.charAt(j)) {
                    takenA |= 1L << i;
                    takenB |= 1L << j;
                    break;
                }
            }
        }
        int common = Long.bitCount(takenA);
        if (common == 0) {
            return 0;
        }
        double swaps = outOfOrder(a, takenA, b, takenB) / 2.0;
        double jaro = ((double) common / lengthA + (double) common / lengthB + (common - swaps) / common) / 3;
        int prefix = 0;
        while (prefix < Math.min(LONGEST_PREFIX, Math.min(lengthA, lengthB)) && a.charAt(prefix) == b.charAt(prefix)) {
            prefix++;
        }
        return jaro + prefix * PREFIX_WEIGHT * (1 - jaro);
    }

    private static int outOfOrder(String a, long takenA, String b, long takenB) {
        int apart = 0;
        long restA = takenA;
        long restB = takenB;
        while (restA != 0) {
            int i = Long.numberOfTrailingZeros(restA);
            int j = Long.numberOfTrailingZeros(restB);
            apart += a.charAt(i) == b.charAt(j) ? 0 : 1;
            restA &= restA - 1;
            restB &= restB - 1;
        }
        return apart;
    }
}
