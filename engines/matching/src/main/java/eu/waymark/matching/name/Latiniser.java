package eu.waymark.matching.name;

import com.ibm.icu.lang.UScript;
import com.ibm.icu.text.Transliterator;
import java.text.Normalizer;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Romanises one lower-case word, in every way that clerks and passports commonly do. ICU's Any-Latin is made for
 * libraries, not for names, and serves only the scripts that have no rules here.
 */
final class Latiniser {

    private static final Pattern NOT_A_LETTER = Pattern.compile("[^a-z]+");
    private static final Pattern PLAIN = Pattern.compile("[a-z]+");
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Transliterator ASCII = Transliterator.getInstance("NFD; [:Mn:] Remove; Latin-ASCII; Lower");
    private static final Transliterator SIMPLIFIED = Transliterator.getInstance("Traditional-Simplified");
    private static final Transliterator ANY = Transliterator.getInstance("Any-Latin");

    /** Letters with marks as those write them who have no such letter. */
    private static final String[][] WRITTEN_OUT = {
        {"ü", "ue"}, {"ö", "oe"}, {"ä", "ae"}, {"ø", "oe"}, {"å", "aa"}, {"ű", "ue"}, {"ő", "oe"}, {"š", "sh"},
        {"ş", "sh"}, {"ș", "sh"}, {"ś", "sh"}, {"č", "ch"}, {"ç", "ch"}, {"ć", "ch"}, {"ž", "zh"}, {"ż", "zh"},
        {"đ", "dj"}, {"ğ", ""}, {"ţ", "ts"}, {"ț", "ts"}, {"ñ", "ny"}, {"ð", "dh"}, {"ł", "w"}, {"ẽ", "en"},
        {"ą", "on"}, {"ę", "en"}
    };

    private Latiniser() {}

    /** Distinct words of lower-case ASCII letters, the likeliest first; empty when nothing can be read. */
    static List<String> spellings(String word, Set<String> nationalities) {
        if (PLAIN.matcher(word).matches()) {
            return List.of(word);
        }
        var spellings = new LinkedHashSet<String>();
        for (String romanised : romanised(word, nationalities)) {
            String ascii = NOT_A_LETTER.matcher(ascii(romanised)).replaceAll("");
            if (!ascii.isEmpty()) {
                spellings.add(ascii);
            }
        }
        String lookalike = script(word) == UScript.CYRILLIC ? Lookalikes.asLatin(word) : "";
        if (!lookalike.isEmpty()) {
            spellings.add(lookalike);
        }
        return List.copyOf(spellings);
    }

    /** Whether the script of the word writes few vowels. */
    static boolean isAbjad(String word) {
        int script = script(word);
        return script == UScript.ARABIC || script == UScript.HEBREW;
    }

    static int script(String word) {
        return word.isEmpty() ? UScript.COMMON : UScript.getScript(word.codePointAt(0));
    }

    /**
     * The word in its own script, so that hands which differ only in accents, keyboards or simplified characters write
     * the same.
     */
    static String own(String word) {
        return switch (script(word)) {
            case UScript.LATIN, UScript.GREEK -> withoutMarks(word);
            case UScript.CYRILLIC -> composed(word).replace('ё', 'е');
            case UScript.ARABIC -> Abjad.withoutArticle(Abjad.folded(withoutMarks(word)));
            case UScript.HEBREW -> Abjad.folded(withoutMarks(word));
            case UScript.HAN -> SIMPLIFIED.transliterate(word);
            default -> Normalizer.normalize(word, Normalizer.Form.NFC);
        };
    }

    private static String withoutMarks(String word) {
        return MARKS.matcher(Normalizer.normalize(word, Normalizer.Form.NFD)).replaceAll("");
    }

    private static String ascii(String text) {
        return PLAIN.matcher(text).matches() ? text : ASCII.transliterate(text);
    }

    private static List<String> romanised(String word, Set<String> nationalities) {
        return switch (script(word)) {
            case UScript.LATIN -> List.of(word, writtenOut(word));
            case UScript.CYRILLIC -> Cyrillic.romanised(composed(word), nationalities);
            case UScript.GREEK -> Greek.romanised(withoutMarks(word));
            case UScript.ARABIC -> List.of(Abjad.arabic(own(word)));
            case UScript.HEBREW -> List.of(Abjad.hebrew(own(word)));
            case UScript.GEORGIAN -> Caucasian.georgian(word);
            case UScript.ARMENIAN -> Caucasian.armenian(word);
            case UScript.HANGUL -> Hangul.romanised(Normalizer.normalize(word, Normalizer.Form.NFC));
            case UScript.HAN -> Ideographs.chinese(word);
            case UScript.HIRAGANA, UScript.KATAKANA -> Ideographs.kana(word);
            case UScript.DEVANAGARI, UScript.BENGALI, UScript.GUJARATI, UScript.GURMUKHI -> Indic.romanised(word);
            default -> List.of(ANY.transliterate(word));
        };
    }

    /** Keeps the letters of the alphabet (й, ё, ї) and drops accents on others. */
    private static String composed(String word) {
        return MARKS.matcher(Normalizer.normalize(word, Normalizer.Form.NFC)).replaceAll("");
    }

    private static String writtenOut(String word) {
        String out = Normalizer.normalize(word, Normalizer.Form.NFC);
        for (String[] letter : WRITTEN_OUT) {
            out = out.replace(letter[0], letter[1]);
        }
        return out;
    }
}
