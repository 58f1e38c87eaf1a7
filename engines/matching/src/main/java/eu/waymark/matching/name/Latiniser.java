package eu.waymark.matching.name;

import com.ibm.icu.lang.UScript;
import com.ibm.icu.text.Transliterator;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/**
 * Romanises one lower-case word. Cyrillic follows the language: letters that only one alphabet has decide, then the
 * nationality, then Russian. Arabic and Hebrew have own rules, since ICU's leave letters behind.
 */
final class Latiniser {

    private static final Pattern MARKS = Pattern.compile("\\p{Mn}+");
    private static final Pattern NOT_A_LETTER = Pattern.compile("[^a-z]+");
    private static final Pattern PLAIN = Pattern.compile("[a-z]+");

    private static final Pattern UKRAINIAN = Pattern.compile("[іїєґ]");
    private static final Pattern BELARUSIAN = Pattern.compile("ў");
    private static final Pattern SERBIAN = Pattern.compile("[ђћљњџј]");
    private static final Pattern RUSSIAN = Pattern.compile("[ыэё]");
    private static final Map<String, String> BY_NATIONALITY =
            Map.of("UA", "Ukrainian", "BG", "Bulgarian", "RS", "Serbian", "MK", "Macedonian", "BY", "Belarusian");

    /** Greek digraphs that stand for one sound, which ICU writes letter by letter inside a word. */
    private static final Map<Pattern, String> GREEK =
            Map.of(Pattern.compile("μπ"), "b", Pattern.compile("\\bντ"), "d", Pattern.compile("γκ|γγ"), "g");

    private final Map<String, Transliterator> transliterators = new ConcurrentHashMap<>();

    /** Lower-case ASCII letters, possibly none. */
    String latin(String word, Set<String> nationalities) {
        if (PLAIN.matcher(word).matches()) {
            return word;
        }
        String romanised = romanised(word, nationalities);
        return NOT_A_LETTER
                .matcher(transliterate("NFD; [:Mn:] Remove; Latin-ASCII; Lower", romanised))
                .replaceAll("");
    }

    /** Whether the script of the word writes few vowels. */
    static boolean isAbjad(String word) {
        int script = script(word);
        return script == UScript.ARABIC || script == UScript.HEBREW;
    }

    private String romanised(String word, Set<String> nationalities) {
        return switch (script(word)) {
            case UScript.LATIN -> word;
            case UScript.CYRILLIC -> transliterate(cyrillic(word, nationalities) + "-Latin/BGN", word);
            case UScript.GREEK -> transliterate("Greek-Latin/UNGEGN", greek(word));
            case UScript.ARABIC -> Abjad.arabic(MARKS.matcher(word).replaceAll(""));
            case UScript.HEBREW -> Abjad.hebrew(MARKS.matcher(word).replaceAll(""));
            default -> transliterate("Any-Latin", word);
        };
    }

    private static String cyrillic(String word, Set<String> nationalities) {
        if (BELARUSIAN.matcher(word).find()) {
            return "Belarusian";
        }
        if (UKRAINIAN.matcher(word).find()) {
            return "Ukrainian";
        }
        if (SERBIAN.matcher(word).find()) {
            return "Serbian";
        }
        if (RUSSIAN.matcher(word).find()) {
            return "Russian";
        }
        for (String nationality : nationalities) {
            String language = BY_NATIONALITY.get(nationality);
            if (language != null) {
                return language;
            }
        }
        return "Russian";
    }

    private static String greek(String word) {
        String spelt = word;
        for (var digraph : GREEK.entrySet()) {
            spelt = digraph.getKey().matcher(spelt).replaceAll(digraph.getValue());
        }
        return spelt;
    }

    private String transliterate(String id, String text) {
        return transliterators.computeIfAbsent(id, Transliterator::getInstance).transliterate(text);
    }

    private static int script(String word) {
        return UScript.getScript(word.codePointAt(0));
    }
}
