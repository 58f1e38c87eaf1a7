package eu.waymark.matching.name;

import com.ibm.icu.text.Transliterator;
import java.lang.Character.UnicodeScript;
import java.text.Normalizer;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Romanises Chinese characters by pinyin, with Wade-Giles beside it as Taiwan writes names, and Japanese kana by
 * Hepburn and Kunrei without long vowels. How Koreans and Japanese read a surname stands in the lexicon.
 */
final class Ideographs {

    private static final Set<String> DOUBLE_SURNAMES =
            Set.of("欧阳", "歐陽", "司马", "司馬", "诸葛", "諸葛", "上官", "夏侯", "皇甫", "尉迟", "公孙", "慕容", "令狐", "司徒", "端木");

    /** Initials of pinyin in the spelling of Wade and Giles, longest first. */
    private static final Map<String, String> WADE_GILES = Map.ofEntries(
            Map.entry("zh", "ch"),
            Map.entry("ch", "ch"),
            Map.entry("sh", "sh"),
            Map.entry("x", "hs"),
            Map.entry("q", "ch"),
            Map.entry("j", "ch"),
            Map.entry("z", "ts"),
            Map.entry("c", "ts"),
            Map.entry("b", "p"),
            Map.entry("d", "t"),
            Map.entry("g", "k"),
            Map.entry("r", "j"));

    private static final Pattern TONES = Pattern.compile("\\p{M}+");
    private static final Transliterator NAMES = Transliterator.getInstance("Han-Latin/Names");
    private static final Transliterator WORDS = Transliterator.getInstance("Han-Latin");
    private static final Transliterator KANA = Transliterator.getInstance("Katakana-Hiragana; Hiragana-Latin");

    private Ideographs() {}

    /** The plain reading first, then as a surname, in Wade-Giles and as Cantonese reads given names. */
    static List<String> chinese(String word) {
        var spellings = new LinkedHashSet<String>();
        String plain = pinyin(word);
        spellings.add(plain);
        spellings.add(NAMES.transliterate(word));
        var older = new StringBuilder();
        for (String syllable : plain.split("\\s+")) {
            older.append(wadeGiles(syllable));
        }
        spellings.add(older.toString());
        String cantonese = Cantonese.read(word);
        if (!cantonese.isEmpty()) {
            spellings.add(cantonese);
        }
        return List.copyOf(spellings);
    }

    /** The plain reading, without tones. */
    static String pinyin(String word) {
        return TONES.matcher(Normalizer.normalize(WORDS.transliterate(word), Normalizer.Form.NFD))
                .replaceAll("");
    }

    static List<String> kana(String word) {
        String latin =
                KANA.transliterate(word).replace("ou", "o").replace("oo", "o").replace("uu", "u");
        return List.of(latin, kunrei(latin));
    }

    /** As the older standard spells the same syllables (si, ti, tu, hu, zi). */
    private static String kunrei(String hepburn) {
        return hepburn.replace("shi", "si")
                .replace("sh", "sy")
                .replace("chi", "ti")
                .replace("ch", "ty")
                .replace("tsu", "tu")
                .replace("fu", "hu")
                .replace("ji", "zi")
                .replace("j", "zy");
    }

    /** Characters of the family name in a name written in one; 0 where that cannot be told. */
    static int surnameLength(String word) {
        boolean han = word.chars().allMatch(letter -> UnicodeScript.of(letter) == UnicodeScript.HAN);
        if (!han || word.length() < 2 || word.length() > 4) {
            return 0;
        }
        if (word.length() > 2 && DOUBLE_SURNAMES.contains(word.substring(0, 2))) {
            return 2;
        }
        return word.length() == 4 ? 2 : 1;
    }

    static String wadeGiles(String syllable) {
        for (int length = 2; length > 0; length--) {
            if (syllable.length() > length) {
                String initial = WADE_GILES.get(syllable.substring(0, length));
                if (initial != null) {
                    return initial + older(syllable.substring(length));
                }
            }
        }
        return older(syllable);
    }

    private static String older(String rest) {
        if (rest.endsWith("ong")) {
            return rest.substring(0, rest.length() - 3) + "ung";
        }
        return rest.endsWith("ian") ? rest.substring(0, rest.length() - 3) + "ien" : rest;
    }
}
