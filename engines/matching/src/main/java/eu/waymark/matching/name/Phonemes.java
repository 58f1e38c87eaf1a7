package eu.waymark.matching.name;

import java.util.HashMap;
import java.util.Map;

/**
 * Tells whether two romanised words can be spellings of one sound. A spelling is read into codes, one a sound; what a
 * code may stand for depends on the language of the clerk, so codes are compared by a table of which two can meet:
 * {@code c} meets {@code k} (Victor), {@code s} (Cecilia) and {@code ts} (Cvetana), but these do not meet each other.
 */
final class Phonemes {

    private static final int LONGEST = 7;
    private static final int STEPS = 300;
    private static final int MOST_SILENT = 4;

    private static final String VOWELS = "aeiouUWE";

    /** Longest match wins; a letter that is not listed stands for itself. */
    private static final Map<String, String> CODES = new HashMap<>();

    static {
        String table =
                "schtsch SC stsch SC schtch SC chtch SC shch SC szcz SC tsch C tch C tsh C tsj C cz C cs C dsch J"
                        + " dzh J dzs J dj J sch S sh S sz S zh Z zs Z kh X ch H ts T tz T ph f th t ck k gh G qu k x ks ou W oo U"
                        + " ee E gue ge gui gi dt t y i q k";
        String[] entries = table.split(" ");
        for (int i = 0; i < entries.length; i += 2) {
            CODES.put(entries[i], entries[i + 1]);
        }
    }

    /** Each first letter meets all that follow it. */
    private static final boolean[] MEET = meeting(
            "sSz",
            "SZHz",
            "ZzJj",
            "ckTsCJzH",
            "CHT",
            "HXhk",
            "Xhk",
            "Gg",
            "gh",
            "jiJ",
            "vfw",
            "wuU",
            "UuoW",
            "WuoU",
            "Eie",
            "Tz");

    private static final boolean[] NEAR = meeting("ae", "ei", "ou", "oW");

    /** Words may be one where their first sounds meet, or one of them is silent or half of another. */
    private static final boolean[] BEGIN = beginning();

    private Phonemes() {}

    /** The codes of a lower-case ASCII word; doubles count once. */
    static String of(String latin) {
        var codes = new StringBuilder(latin.length());
        int at = 0;
        while (at < latin.length()) {
            int length = graphemeAt(latin, at);
            String grapheme = latin.substring(at, at + length);
            String read = CODES.getOrDefault(grapheme, grapheme);
            for (int i = 0; i < read.length(); i++) {
                append(codes, read.charAt(i));
            }
            at += length;
        }
        return codes.toString();
    }

    private static int graphemeAt(String latin, int at) {
        for (int length = Math.min(LONGEST, latin.length() - at); length > 1; length--) {
            if (CODES.containsKey(latin.substring(at, at + length))) {
                return length;
            }
        }
        return 1;
    }

    private static void append(StringBuilder codes, char code) {
        char last = codes.isEmpty() ? ' ' : codes.charAt(codes.length() - 1);
        if (last != code && !(last == 'i' && code == 'j')) {
            codes.append(code);
        }
    }

    /** Whether two readings can be one sound. Symmetric, not transitive. */
    static boolean same(String a, String b) {
        return mayMeet(a, b) && new Walk(a, b).from(0, 0);
    }

    /** Whether it is worth a closer look: most words differ in their first sound. */
    private static boolean mayMeet(String a, String b) {
        if (a.isEmpty() || b.isEmpty() || Math.abs(a.length() - b.length()) > MOST_SILENT) {
            return false;
        }
        char first = a.charAt(0);
        char that = b.charAt(0);
        return first == that || first < 128 && that < 128 && BEGIN[first << 7 | that];
    }

    static boolean meet(char a, char b) {
        return a == b || a < 128 && b < 128 && MEET[a << 7 | b];
    }

    /** Whether two readings are one but for so many slips; vowels that hearers mix up count as one. */
    static boolean alike(String a, String b, int slips) {
        return Math.abs(a.length() - b.length()) <= slips && alike(a, 0, b, 0, slips);
    }

    private static boolean alike(String a, int fromA, String b, int fromB, int slips) {
        int i = fromA;
        int j = fromB;
        while (i < a.length() && j < b.length() && near(a.charAt(i), b.charAt(j))) {
            i++;
            j++;
        }
        if (Math.max(a.length() - i, b.length() - j) <= slips) {
            return true;
        }
        return slips > 0
                && (i < a.length() && j < b.length() && alike(a, i + 1, b, j + 1, slips - 1)
                        || i < a.length() && alike(a, i + 1, b, j, slips - 1)
                        || j < b.length() && alike(a, i, b, j + 1, slips - 1));
    }

    private static boolean near(char a, char b) {
        return meet(a, b) || a < 128 && b < 128 && NEAR[a << 7 | b];
    }

    static boolean isVowel(char code) {
        return VOWELS.indexOf(code) >= 0;
    }

    private static boolean[] beginning() {
        boolean[] begin = meeting("ie", "je", "ae", "mb", "nd", "ng");
        for (int i = 0; i < begin.length; i++) {
            begin[i] |= MEET[i];
        }
        return begin;
    }

    private static boolean[] meeting(String... lists) {
        boolean[] meet = new boolean[128 * 128];
        for (String list : lists) {
            for (int i = 1; i < list.length(); i++) {
                meet[list.charAt(0) << 7 | list.charAt(i)] = true;
                meet[list.charAt(i) << 7 | list.charAt(0)] = true;
            }
        }
        return meet;
    }

    /** One comparison; bounded, because silent letters branch. */
    private static final class Walk {

        private final String a;
        private final String b;
        private int steps;

        Walk(String a, String b) {
            this.a = a;
            this.b = b;
        }

        boolean from(int i, int j) {
            if (++steps > STEPS) {
                return false;
            }
            if (i == a.length() && j == b.length()) {
                return true;
            }
            if (i < a.length() && j < b.length()) {
                if (meet(a.charAt(i), b.charAt(j)) && from(i + 1, j + 1)) {
                    return true;
                }
                if (isBehindNasal(a, i, b, j) && from(i + 1, j + 1)) {
                    return true;
                }
                if (isDiphthong(a, i) && isDiphthong(b, j) && from(i + 1, j + 1)) {
                    return true;
                }
                if (nasal(a, i, b, j) && from(i + 2, j + 1) || nasal(b, j, a, i) && from(i + 1, j + 2)) {
                    return true;
                }
            }
            return silent(a, i) && from(i + 1, j) || silent(b, j) && from(i, j + 1);
        }

        /** Greek writes mp and nt for what others hear as mb and nd. */
        private static boolean isBehindNasal(String a, int i, String b, int j) {
            if (i == 0 || j == 0 || a.charAt(i - 1) != b.charAt(j - 1)) {
                return false;
            }
            char one = a.charAt(i);
            char other = b.charAt(j);
            return a.charAt(i - 1) == 'm' && (one == 'p' && other == 'b' || one == 'b' && other == 'p')
                    || a.charAt(i - 1) == 'n' && (one == 't' && other == 'd' || one == 'd' && other == 't');
        }

        /** Ai and ei: Mayer, Meier. */
        private static boolean isDiphthong(String word, int at) {
            char code = word.charAt(at);
            return (code == 'a' || code == 'e') && at + 1 < word.length() && word.charAt(at + 1) == 'i';
        }

        /** Greek mp, nt and gk are b, d and g. */
        private static boolean nasal(String two, int i, String one, int j) {
            if (i + 1 >= two.length()) {
                return false;
            }
            char first = two.charAt(i);
            char second = two.charAt(i + 1);
            return switch (one.charAt(j)) {
                case 'b' -> first == 'm' && (second == 'p' || second == 'b');
                case 'd' -> first == 'n' && (second == 't' || second == 'd');
                case 'g' -> first == 'g' && second == 'k' || first == 'n' && (second == 'g' || second == 'k');
                case 'i' -> i == 0 && j == 0 && first == 'e' && second == 'i';
                case 'e' -> i == 0 && j == 0 && first == 'a' && second == 'i';
                default -> false;
            };
        }

        /** h behind or before a consonant and at the end, the glide before e, the e behind a final i. */
        private static boolean silent(String word, int at) {
            if (at >= word.length()) {
                return false;
            }
            boolean last = at + 1 == word.length();
            char before = at == 0 ? ' ' : word.charAt(at - 1);
            return switch (word.charAt(at)) {
                case 'h' -> at > 0 && (last || !isVowel(before) || !isVowel(word.charAt(at + 1)));
                case 'i', 'j' -> !last && word.charAt(at + 1) == 'e' && (at == 0 || isVowel(before));
                case 'e' -> last && before == 'i' && at > 1;
                default -> false;
            };
        }
    }
}
