package eu.waymark.matching.name;

import com.ibm.icu.lang.UScript;
import java.util.HashMap;
import java.util.Map;

/**
 * Repairs words in which letters of one alphabet stand for those of another that look like them: a Cyrillic a in
 * Anna, a Latin c in Cергей. Letters that only one alphabet has decide which is meant, then the majority; where all letters
 * look like Latin ones, {@link #asLatin} gives the other reading.
 */
final class Lookalikes {

    private static final String CYRILLIC = "авекмнорстухіјѕё";
    private static final String AS_LATIN = "abekmhopctyxijse";
    private static final String GREEK = "αβεηικμνορτυχζ";
    private static final String GREEK_AS_LATIN = "abehikmvoptyxz";

    private static final Map<Character, Character> TO_LATIN = new HashMap<>();
    private static final Map<Character, Character> TO_CYRILLIC = pairs(AS_LATIN, CYRILLIC);
    private static final Map<Character, Character> TO_GREEK = pairs(GREEK_AS_LATIN, GREEK);

    static {
        TO_LATIN.putAll(pairs(CYRILLIC, AS_LATIN));
        TO_LATIN.putAll(pairs(GREEK, GREEK_AS_LATIN));
        TO_CYRILLIC.put('e', 'е');
        TO_CYRILLIC.put('u', 'и');
        TO_GREEK.put('n', 'ν');
        TO_GREEK.put('u', 'υ');
    }

    private Lookalikes() {}

    /** A lower-case word in one alphabet where that is possible. */
    static String repaired(String word) {
        int latin = letters(word, UScript.LATIN);
        int cyrillic = letters(word, UScript.CYRILLIC);
        int greek = letters(word, UScript.GREEK);
        if (latin == 0 && (cyrillic == 0 || greek == 0) || cyrillic + greek == 0) {
            return word;
        }
        int other = cyrillic >= greek ? UScript.CYRILLIC : UScript.GREEK;
        Map<Character, Character> toOther = other == UScript.GREEK ? TO_GREEK : TO_CYRILLIC;
        int onlyLatin = unlike(word, UScript.LATIN, toOther);
        int onlyOther = unlike(word, other, TO_LATIN);
        boolean toLatin = onlyLatin == onlyOther && onlyLatin > 0 ? latin >= cyrillic + greek : onlyLatin > onlyOther;
        return replaced(word, toLatin ? TO_LATIN : toOther);
    }

    /** A Cyrillic or Greek word as it looks to a Latin eye; empty when it has a letter that Latin lacks. */
    static String asLatin(String word) {
        return word.chars().allMatch(letter -> TO_LATIN.containsKey((char) letter)) ? replaced(word, TO_LATIN) : "";
    }

    private static String replaced(String word, Map<Character, Character> letters) {
        var replaced = new StringBuilder(word.length());
        for (int i = 0; i < word.length(); i++) {
            replaced.append((char) letters.getOrDefault(word.charAt(i), word.charAt(i)));
        }
        return replaced.toString();
    }

    private static int letters(String word, int script) {
        int letters = 0;
        for (int i = 0; i < word.length(); i++) {
            letters += UScript.getScript(word.charAt(i)) == script ? 1 : 0;
        }
        return letters;
    }

    private static int unlike(String word, int script, Map<Character, Character> alike) {
        int letters = 0;
        for (int i = 0; i < word.length(); i++) {
            boolean unlike = UScript.getScript(word.charAt(i)) == script && !alike.containsKey(word.charAt(i));
            letters += unlike ? 1 : 0;
        }
        return letters;
    }

    private static Map<Character, Character> pairs(String from, String to) {
        var pairs = new HashMap<Character, Character>();
        for (int i = 0; i < from.length(); i++) {
            pairs.putIfAbsent(from.charAt(i), to.charAt(i));
        }
        return pairs;
    }
}
