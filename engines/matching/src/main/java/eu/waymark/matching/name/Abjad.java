package eu.waymark.matching.name;

import java.util.HashMap;
import java.util.Map;

/**
 * Romanises Arabic, Persian, Urdu and Hebrew letters. Short vowels are not written and cannot be restored, so the
 * result is good for its consonants only; waw and yeh count as vowels unless they stand where only a consonant can.
 * {@link AbjadSound} compares such words with Latin ones.
 */
final class Abjad {

    private static final Map<Character, String> ARABIC = letters(
            "اa عa بb پp تt طt ثs سs صs جj چch حh هh خkh دd ضd ذz زz ظz ژzh رr شsh غgh فf ڤv قq کk گg لl مm نn ةa ىa یi يi ئi"
                    + " وu ؤu آa");
    private static final Map<Character, String> HEBREW =
            letters("אa בb גg דd הh וu זz חkh טt יi כk לl מm נn סs עa פp צts קq רr שsh תt");

    private static final String ARABIC_ARTICLE = "ال";
    private static final int SHORTEST_WITH_ARTICLE = 5;

    /** Letters that keyboards of several languages write for one, and finals. */
    private static final Map<Character, String> FOLDED = letters(
            "أا إا ٱا ٲا ٳا يی ىی ېی ےی ۍی ئی كک ڪک ګگ ەه ہه ھه ۀه ۂه ةه ۃه ؤو ۆو ۇو ۈو ۋو ټت ٹت ډد ڈد ړر ڑر ڼن ںن څس ځز ښش ږژ"
                    + " ݢگ ךכ םמ ןנ ףפ ץצ");

    private Abjad() {}

    /** Without hamza, finals, a doubled yeh and the letters that only one keyboard has, so that equal words are equal. */
    static String folded(String word) {
        var folded = new StringBuilder(word.length());
        for (int i = 0; i < word.length(); i++) {
            char letter = word.charAt(i);
            if (letter != 'ء') {
                String other = FOLDED.get(letter);
                char one = other == null ? letter : other.charAt(0);
                if (one != 'ی' || folded.isEmpty() || folded.charAt(folded.length() - 1) != one) {
                    folded.append(one);
                }
            }
        }
        return folded.toString();
    }

    /** The word without the article al-, where enough is left. */
    static String withoutArticle(String word) {
        boolean article = word.startsWith(ARABIC_ARTICLE) && word.length() >= SHORTEST_WITH_ARTICLE;
        return article ? word.substring(ARABIC_ARTICLE.length()) : word;
    }

    static String arabic(String folded) {
        var latin = new StringBuilder(folded.length());
        for (int i = 0; i < folded.length(); i++) {
            char letter = folded.charAt(i);
            boolean glide = i == 0 || i + 1 < folded.length() && folded.charAt(i + 1) == 'ا';
            if (letter == 'و' && glide) {
                latin.append('w');
            } else if (letter == 'ی' && glide) {
                latin.append('y');
            } else if (letter == 'ه' && i > 0 && i == folded.length() - 1) {
                latin.append('a');
            } else {
                latin.append(ARABIC.getOrDefault(letter, ""));
            }
        }
        return latin.toString();
    }

    static String hebrew(String folded) {
        var latin = new StringBuilder(folded.length());
        for (int i = 0; i < folded.length(); i++) {
            boolean silent = folded.charAt(i) == 'ה' && i > 0 && i == folded.length() - 1;
            latin.append(silent ? "a" : HEBREW.getOrDefault(folded.charAt(i), ""));
        }
        return latin.toString();
    }

    private static Map<Character, String> letters(String table) {
        var letters = new HashMap<Character, String>();
        for (String entry : table.split(" ")) {
            letters.put(entry.charAt(0), entry.substring(1));
        }
        return Map.copyOf(letters);
    }
}
