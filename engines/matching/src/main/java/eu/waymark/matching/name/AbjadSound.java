package eu.waymark.matching.name;

import java.util.HashMap;
import java.util.Map;

/**
 * Tells whether a Latin word can be the reading of an Arabic, Persian or Hebrew one. Consonants must follow one
 * another; a written long vowel must be heard; between consonants one short vowel may be heard that is not written.
 * So {@code سعيد} is Said and not Saad, and {@code كريم} is Karim and not Karam.
 */
final class AbjadSound {

    private static final int STEPS = 400;
    private static final int LONGEST_VOWEL = 3;
    private static final String SUN_LETTERS = "تثدذرزسشصضطظلن";

    /** What each consonant may be written as, in codes of {@link Phonemes}. */
    private static final Map<Character, String> CONSONANTS =
            table("بbp پp تt طt ثts جjJgdZ چCHc حhHX هh خXHhk دd ضdz ذdz زz"
                    + " ظzd ژZj رr سscz صsc شSHsc غGgr فfv ڤv قkgGc کkc گg لl مm نn"
                    + " בbv גgjJ דd הh זzZ חhHXk טt כkHXhc לl מm נn סsc פpf צTzsC קkc רr שSsH תt");

    /** What must be heard where a long vowel is written; the glides are consonants too. */
    private static final Map<Character, String> LONG =
            table("اae آa ىaie یiEejA يiEej ئiEej وuoUWwv ؤuoUW וuoUWwv יiEej");

    private static final String ANY_VOWEL = "عאע";
    private static final String ARTICLE_VOWELS = "aeiouUWE";
    private static final String FINAL_A = "ةههה";

    private AbjadSound() {}

    /** Both in the forms that {@link Abjad#folded} and {@link Phonemes#of} make. */
    static boolean matches(String abjad, String codes) {
        return !abjad.isEmpty() && !codes.isEmpty() && new Walk(abjad, codes).from(0, 0, true);
    }

    /** All that letters may be heard as, other than vowels: so much and no more. */
    static String possible(String abjad) {
        var codes = new StringBuilder("t");
        for (int i = 0; i < abjad.length(); i++) {
            codes.append(CONSONANTS.getOrDefault(abjad.charAt(i), ""));
            codes.append(LONG.getOrDefault(abjad.charAt(i), ""));
        }
        return codes.toString();
    }

    /** What is heard whatever the reading: letters of one sound. The l of an article may be another's. */
    static String certain(String abjad) {
        var codes = new StringBuilder();
        for (int i = 0; i < abjad.length(); i++) {
            String heard = CONSONANTS.getOrDefault(abjad.charAt(i), "");
            codes.append(heard.length() == 1 && !heard.equals("l") ? heard : "");
        }
        return codes.toString();
    }

    private static Map<Character, String> table(String entries) {
        var letters = new HashMap<Character, String>();
        for (String entry : entries.split(" ")) {
            letters.put(entry.charAt(0), entry.substring(1));
        }
        return Map.copyOf(letters);
    }

    /** One comparison; bounded, because vowels branch. */
    private static final class Walk {

        private final String abjad;
        private final String codes;
        private int steps;

        Walk(String abjad, String codes) {
            this.abjad = abjad;
            this.codes = codes;
        }

        /** {@code open}: no vowel stands just before. */
        boolean from(int i, int j, boolean open) {
            if (++steps > STEPS) {
                return false;
            }
            if (i == abjad.length()) {
                return j == codes.length() || atSilentEnd(j);
            }
            return letter(i, j, open) || unwritten(i, j, open);
        }

        private boolean letter(int i, int j, boolean open) {
            char letter = abjad.charAt(i);
            if (isAny(i, letter)) {
                return from(i + 1, j, open) || open && isVowel(j) && from(i + 1, j + 1, false);
            }
            String heard = isArticle(i, letter) ? ARTICLE_VOWELS : LONG.get(letter);
            if (heard != null && vowel(i, j, isFinalYeh(i, letter) ? heard + "a" : heard)) {
                return true;
            }
            String consonant = CONSONANTS.get(letter);
            if (consonant != null
                    && j < codes.length()
                    && consonant.indexOf(codes.charAt(j)) >= 0
                    && from(i + 1, j + 1, true)) {
                return true;
            }
            return isFinalA(i, letter) && finalA(i, j) || isAssimilated(i, letter) && from(i + 1, j, false);
        }

        private boolean vowel(int i, int j, String heard) {
            boolean found = false;
            for (int length = 1; length <= LONGEST_VOWEL && j + length <= codes.length(); length++) {
                char code = codes.charAt(j + length - 1);
                boolean fits = heard.indexOf(code) >= 0;
                if (!fits && !Phonemes.isVowel(code)) {
                    return false;
                }
                found |= fits;
                boolean glide = code == 'w' || code == 'v' || code == 'j' || code == 'i';
                if (found && from(i + 1, j + length, glide)) {
                    return true;
                }
            }
            return false;
        }

        private boolean unwritten(int i, int j, boolean open) {
            if (open && j > 0 && isVowel(j) && from(i, j + 1, false)) {
                return true;
            }
            boolean silent = j > 0 && j < codes.length() && codes.charAt(j) == 'h';
            return silent && from(i, j + 1, open);
        }

        /** Fatimah, Amine: a h or a French e that is not heard. */
        private boolean atSilentEnd(int j) {
            return j + 1 == codes.length() && j > 0 && (codes.charAt(j) == 'h' || codes.charAt(j) == 'e');
        }

        private boolean finalA(int i, int j) {
            if (from(i + 1, j, false)) {
                return true;
            }
            boolean vowel = isVowel(j);
            if (vowel && from(i + 1, j + 1, false)) {
                return true;
            }
            int at = vowel ? j + 1 : j;
            boolean closed = at < codes.length() && (codes.charAt(at) == 't' || codes.charAt(at) == 'h');
            return closed && from(i + 1, at + 1, false);
        }

        private static boolean isAny(int i, char letter) {
            return ANY_VOWEL.indexOf(letter) >= 0 || letter == 'ا' && i == 0;
        }

        /** Persian and Egyptian hands write one letter for the final i of Ali and the final a of Layla. */
        private boolean isFinalYeh(int i, char letter) {
            return letter == 'ی' && i == abjad.length() - 1;
        }

        private boolean isFinalA(int i, char letter) {
            return i == abjad.length() - 1 && FINAL_A.indexOf(letter) >= 0;
        }

        /** The l of an article inside the word (Abderrahman). */
        private boolean isAssimilated(int i, char letter) {
            return letter == 'ل'
                    && i > 0
                    && i + 1 < abjad.length()
                    && abjad.charAt(i - 1) == 'ا'
                    && SUN_LETTERS.indexOf(abjad.charAt(i + 1)) >= 0;
        }

        /** Abdul, Abdel: the article inside a word takes any vowel. */
        private boolean isArticle(int i, char letter) {
            return letter == 'ا' && i + 1 < abjad.length() && abjad.charAt(i + 1) == 'ل';
        }

        private boolean isVowel(int j) {
            return j < codes.length() && Phonemes.isVowel(codes.charAt(j));
        }
    }
}
