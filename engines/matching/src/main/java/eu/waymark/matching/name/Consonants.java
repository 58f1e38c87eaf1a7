package eu.waymark.matching.name;

import java.util.ArrayList;

/**
 * The consonants of a word as sets of codes of {@link Phonemes}.
 *
 * @param needed those of every reading of the word, each of which another word must offer to be heard as the same
 * @param offered those that can meet something in some reading
 */
record Consonants(int needed, int offered) {

    /** Without those that may be silent or a vowel: h, j, w. */
    private static final String CODES = "bcdfgklmnprstvzSZCTJXHG";

    private static final int ALL = (1 << CODES.length()) - 1;

    /** What stands for b, d and g in Greek, and the other way about. */
    private static final String[] BEHIND_NASALS = {"bmp", "dnt", "gnk", "pb", "td"};

    static Consonants of(TokenForms forms) {
        int needed = ALL;
        int offered = 0;
        var readings = new ArrayList<String>(forms.bases());
        forms.spellings().forEach(spelling -> readings.add(Phonemes.of(spelling)));
        for (String reading : readings) {
            needed &= present(reading);
            offered |= meeting(reading);
        }
        if (forms.abjad()) {
            needed &= present(AbjadSound.certain(forms.own()));
            offered |= present(AbjadSound.possible(forms.own()));
        }
        return new Consonants(needed, offered);
    }

    private static int present(String codes) {
        int present = 0;
        for (int i = 0; i < codes.length(); i++) {
            int at = CODES.indexOf(codes.charAt(i));
            present |= at < 0 ? 0 : 1 << at;
        }
        return present;
    }

    private static int meeting(String codes) {
        int meeting = 0;
        for (int at = 0; at < CODES.length(); at++) {
            meeting |= meets(CODES.charAt(at), codes) ? 1 << at : 0;
        }
        return meeting;
    }

    private static boolean meets(char code, String codes) {
        for (int i = 0; i < codes.length(); i++) {
            if (Phonemes.meet(code, codes.charAt(i)) || isBehindNasal(codes.charAt(i), code)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isBehindNasal(char heard, char written) {
        for (String set : BEHIND_NASALS) {
            if (set.charAt(0) == heard && set.indexOf(written, 1) > 0) {
                return true;
            }
        }
        return false;
    }
}
