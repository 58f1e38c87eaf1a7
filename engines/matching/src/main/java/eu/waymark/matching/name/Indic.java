package eu.waymark.matching.name;

import com.ibm.icu.text.Transliterator;
import java.text.Normalizer;
import java.util.List;

/**
 * Romanises the scripts of India. ISO 15919, which ICU follows, writes the vowel that each consonant carries; Hindi and
 * its neighbours do not speak it at the end of a word nor between two syllables (schwa deletion), and names leave it out.
 */
final class Indic {

    private static final Transliterator ISO = Transliterator.getInstance("Any-Latin");
    private static final String VOWELS = "aāiīuūeēoōr̥";

    private Indic() {}

    /** As spoken, then as written. */
    static List<String> romanised(String word) {
        String iso = Normalizer.normalize(ISO.transliterate(word), Normalizer.Form.NFC)
                .replace("r̥", "ri")
                .replace("ś", "sh")
                .replace("ṣ", "sh")
                .replace("ch", "chh")
                .replace("c", "ch")
                .replace("chhh", "chh")
                .replace("chchh", "chh");
        return List.of(plain(spoken(iso)), plain(iso));
    }

    private static String spoken(String iso) {
        var letters = new StringBuilder(iso);
        if (letters.length() > 2 && letters.charAt(letters.length() - 1) == 'a') {
            letters.setLength(letters.length() - 1);
        }
        for (int at = letters.length() - 3; at >= 2; at--) {
            boolean between = isConsonant(letters, at - 1) && isConsonant(letters, at + 1);
            boolean open = isVowel(letters, at - 2) && isVowel(letters, at + 2);
            if (letters.charAt(at) == 'a' && between && open) {
                letters.deleteCharAt(at);
            }
        }
        return letters.toString();
    }

    private static boolean isVowel(CharSequence word, int at) {
        return VOWELS.indexOf(word.charAt(at)) >= 0;
    }

    private static boolean isConsonant(CharSequence word, int at) {
        return Character.isLetter(word.charAt(at)) && !isVowel(word, at);
    }

    private static String plain(String iso) {
        return iso.replace("ṁ", "n").replace("ṅ", "n").replace("ñ", "n");
    }
}
