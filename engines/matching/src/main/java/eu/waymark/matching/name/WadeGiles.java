package eu.waymark.matching.name;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads Chinese syllables as Wade and Giles wrote them (Taiwan, and all of China before 1979) into Pinyin: Hsin-hsia is
 * Xinxia. Apostrophes, which tell p from p', are mostly lost on the way, so a syllable may have two readings.
 */
final class WadeGiles {

    private static final int LONGEST = 6;

    /** No Pinyin syllable, and hardly another language's, begins or ends so. */
    private static final List<String> OWN_BEGINNINGS = List.of("hs", "tz", "sz", "ss");

    private static final List<String> OWN_ENDINGS = List.of("ien", "ieh", "ueh", "ih", "ung");

    private static final Map<String, List<String>> INITIALS = Map.ofEntries(
            Map.entry("hs", List.of("x")),
            Map.entry("ch", List.of("zh", "ch", "j", "q")),
            Map.entry("tz", List.of("z", "c")),
            Map.entry("ts", List.of("z", "c")),
            Map.entry("sz", List.of("s")),
            Map.entry("ss", List.of("s")),
            Map.entry("sh", List.of("sh")),
            Map.entry("p", List.of("b", "p")),
            Map.entry("t", List.of("d", "t")),
            Map.entry("k", List.of("g", "k")),
            Map.entry("j", List.of("r")));

    private static final Map<String, String> FINALS = Map.of(
            "ien", "ian", "ieh", "ie", "ueh", "ue", "ih", "i", "ung", "ong", "iung", "iong", "erh", "er", "yen", "yan");

    private static final Set<String> ENDS = Set.of(
            "a", "ai", "an", "ang", "ao", "e", "ei", "en", "eng", "er", "i", "ia", "ian", "iang", "iao", "ie", "in",
            "ing", "iong", "iu", "o", "ong", "ou", "u", "ua", "uai", "uan", "uang", "ue", "ui", "un", "uo");

    private WadeGiles() {}

    /** A word of one such syllable in Pinyin; empty where it can be anything else. */
    static List<String> ofWord(Collection<String> spellings) {
        return spellings.stream()
                .filter(spelling -> spelling.length() <= LONGEST && begins(spelling))
                .flatMap(spelling -> pinyin(spelling).stream())
                .toList();
    }

    private static boolean begins(String syllable) {
        for (int i = 0; i < OWN_BEGINNINGS.size(); i++) {
            if (syllable.startsWith(OWN_BEGINNINGS.get(i))) {
                return true;
            }
        }
        return false;
    }

    /** Plain loops: every two neighbouring words of a name are asked. */
    private static boolean isMeant(String syllable) {
        for (int i = 0; i < OWN_ENDINGS.size(); i++) {
            if (syllable.endsWith(OWN_ENDINGS.get(i))) {
                return true;
            }
        }
        return begins(syllable);
    }

    /** Other languages than Chinese have a j that is no r. */
    private static boolean isMeant(String first, String second) {
        boolean plain = first.charAt(0) != 'j' && second.charAt(0) != 'j';
        return plain || isMeant(first) || isMeant(second);
    }

    /** The syllable in Pinyin; empty where it is none. */
    private static List<String> pinyin(String syllable) {
        if (syllable.isEmpty()) {
            return List.of();
        }
        int length = syllable.length() > 1 && INITIALS.containsKey(syllable.substring(0, 2)) ? 2 : 1;
        String begin = syllable.substring(0, Math.min(length, syllable.length()));
        String end = end(begin, syllable.substring(begin.length()));
        var readings = new ArrayList<String>();
        for (String initial : INITIALS.getOrDefault(begin, List.of(begin))) {
            boolean palatal = initial.equals("j") || initial.equals("q") || initial.equals("x");
            if (end != null && (palatal ? "iu".indexOf(end.charAt(0)) >= 0 : !end.equals("ue"))) {
                readings.add(initial + end);
            }
        }
        return readings;
    }

    private static @Nullable String end(String begin, String rest) {
        boolean hissed = begin.equals("tz") || begin.equals("sz") || begin.equals("ss");
        String end = hissed && rest.equals("u") ? "i" : FINALS.getOrDefault(rest, rest);
        return ENDS.contains(end) ? end : null;
    }

    /** Whether a word is two such syllables written together in Pinyin. */
    static boolean isJoin(String word, String first, String second) {
        if (first.length() > LONGEST || second.length() > LONGEST || !isMeant(first, second)) {
            return false;
        }
        List<String> ends = pinyin(second);
        for (String begin : pinyin(first)) {
            if (word.startsWith(begin) && ends.contains(word.substring(begin.length()))) {
                return true;
            }
        }
        return false;
    }
}
