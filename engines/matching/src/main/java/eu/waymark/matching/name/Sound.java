package eu.waymark.matching.name;

import java.util.List;
import java.util.Map;

/**
 * Folds spellings of one sound across European languages. Deliberately coarse: hard c, ch, g, h, k and q meet, because
 * Slavic, German and Greek romanisations trade them freely; so do s, sh, z and zh, and f, v and w.
 */
final class Sound {

    private static final int LONGEST = 7;

    /** Longest match wins; a letter that is not listed stands for itself. */
    private static final Map<String, String> FOLD = Map.ofEntries(
            Map.entry("schtsch", "sk"),
            Map.entry("chtch", "sk"),
            Map.entry("shch", "sk"),
            Map.entry("szcz", "sk"),
            Map.entry("dsch", "i"),
            Map.entry("tsch", "k"),
            Map.entry("tch", "k"),
            Map.entry("tsj", "k"),
            Map.entry("dzh", "i"),
            Map.entry("sch", "s"),
            Map.entry("sh", "s"),
            Map.entry("sj", "s"),
            Map.entry("sz", "s"),
            Map.entry("zh", "s"),
            Map.entry("ts", "s"),
            Map.entry("tz", "s"),
            Map.entry("ch", "k"),
            Map.entry("ck", "k"),
            Map.entry("cs", "k"),
            Map.entry("cz", "k"),
            Map.entry("kh", "k"),
            Map.entry("gh", "k"),
            Map.entry("qu", "k"),
            Map.entry("cv", "sf"),
            Map.entry("cw", "sf"),
            Map.entry("ph", "f"),
            Map.entry("th", "t"),
            Map.entry("dh", "d"),
            Map.entry("bh", "b"),
            Map.entry("dj", "i"),
            Map.entry("ou", "u"),
            Map.entry("oo", "u"),
            Map.entry("ee", "i"),
            Map.entry("c", "k"),
            Map.entry("g", "k"),
            Map.entry("h", "k"),
            Map.entry("q", "k"),
            Map.entry("x", "ks"),
            Map.entry("v", "f"),
            Map.entry("w", "f"),
            Map.entry("z", "s"),
            Map.entry("y", "i"),
            Map.entry("j", "i"));

    private static final List<String> VOWELS = List.of("a", "e", "i", "o", "u");

    private Sound() {}

    /** The sound of a lower-case ASCII word: doubles written once, a final silent h dropped. */
    static String of(String latin) {
        boolean silent = latin.length() > 2 && latin.endsWith("h") && isVowel(latin.charAt(latin.length() - 2));
        String word = silent ? latin.substring(0, latin.length() - 1) : latin;
        var sound = new StringBuilder(word.length());
        int at = 0;
        while (at < word.length()) {
            at += appendFolded(word, at, sound);
        }
        return sound.toString();
    }

    /** The consonants of a sound, with an {@code a} for any vowel in front; idempotent. */
    static String skeleton(String sound) {
        var skeleton = new StringBuilder(sound.length());
        for (int i = 0; i < sound.length(); i++) {
            char letter = sound.charAt(i);
            if (!isVowel(letter)) {
                append(skeleton, letter);
            } else if (i == 0) {
                skeleton.append('a');
            }
        }
        return skeleton.toString();
    }

    private static int appendFolded(String word, int at, StringBuilder sound) {
        for (int length = Math.min(LONGEST, word.length() - at); length > 0; length--) {
            String folded = FOLD.get(word.substring(at, at + length));
            if (folded != null) {
                folded.chars().forEach(letter -> append(sound, (char) letter));
                return length;
            }
        }
        append(sound, word.charAt(at));
        return 1;
    }

    private static void append(StringBuilder text, char letter) {
        if (text.isEmpty() || text.charAt(text.length() - 1) != letter) {
            text.append(letter);
        }
    }

    private static boolean isVowel(char letter) {
        return VOWELS.contains(String.valueOf(letter));
    }
}
