package eu.waymark.matching.name;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Given names as Cantonese reads their characters, in the spelling of Hong Kong's registrars: 浩然 is Ho-yin there and
 * Haoran in Pinyin. From a table of characters that are usual in given names; what is not in it stays unread.
 */
final class Cantonese {

    private static final int LONGEST = 6;

    /** The spellings of a character, the usual one first. */
    private static final Map<String, List<String>> READINGS = new HashMap<>();

    /** For a Cantonese syllable what Pinyin may have, by the characters that both read. */
    private static final Map<String, Set<String>> PINYIN = new HashMap<>();

    static {
        for (String entry : WordLists.words("cantonese.txt")) {
            String character = entry.substring(0, entry.indexOf('='));
            List<String> readings =
                    List.of(entry.substring(character.length() + 1).split(","));
            READINGS.put(character, readings);
            String pinyin = Ideographs.pinyin(character);
            for (String reading : readings) {
                PINYIN.computeIfAbsent(reading, none -> new HashSet<>()).add(pinyin);
            }
        }
    }

    private Cantonese() {}

    /** The characters of a given name as one word; empty where one of them is not known. */
    static String read(String han) {
        var latin = new StringBuilder();
        for (int i = 0; i < han.length(); i++) {
            List<String> readings = READINGS.get(han.substring(i, i + 1));
            if (readings == null) {
                return "";
            }
            latin.append(readings.getFirst());
        }
        return latin.toString();
    }

    /** Whether a word in Pinyin may have the two characters that two Cantonese syllables read. */
    static boolean isJoin(String word, String first, String second) {
        if (first.length() > LONGEST || second.length() > LONGEST) {
            return false;
        }
        Set<String> ends = PINYIN.get(second);
        Set<String> begins = PINYIN.get(first);
        if (ends == null || begins == null) {
            return false;
        }
        for (String begin : begins) {
            if (word.startsWith(begin) && ends.contains(word.substring(begin.length()))) {
                return true;
            }
        }
        return false;
    }
}
