package eu.waymark.matching.name;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Romanises Cyrillic. The alphabet is told by letters that only one has, then by nationality, else taken for Russian.
 * Passports follow ICAO 9303 and the tables of BGN/PCGN, which this stays close to; where standards part by more than
 * letters of one sound (yo or e, sht or shch), each gives a spelling.
 */
final class Cyrillic {

    private static final Map<Character, String> RUSSIAN = table(
            Map.of(),
            "аa бb вv гg дd еe ёyo жzh зz иi йy кk лl мm нn оo пp рr сs тt уu фf хkh цts чch шsh щshch ъ ыy ь эe юyu яya"
                    + " іi їyi єye ґg ўw ђdj ћc љlj њnj џdzh јj ѓgj ќkj ѕdz әa ғg қk ңn өo ұu үu һh ӣi ӯu ҳh ҷj җj ӑa ӗe ҫs"
                    + " ѐe ѝi");
    private static final Map<Character, String> UKRAINIAN = table(RUSSIAN, "гh иy");
    private static final Map<Character, String> BELARUSIAN = table(RUSSIAN, "гh");
    private static final Map<Character, String> BULGARIAN = table(RUSSIAN, "хh щsht ъa ьy");
    private static final Map<Character, String> SERBIAN = table(RUSSIAN, "хh цc чch жzh");

    private static final Pattern BELARUSIAN_ONLY = Pattern.compile("ў");
    private static final Pattern UKRAINIAN_ONLY = Pattern.compile("[їєґі]");
    private static final Pattern SERBIAN_ONLY = Pattern.compile("[ђћљњџјѓќѕ]");
    private static final Pattern KAZAKH_ONLY = Pattern.compile("[әғқңөұүһӣӯҳҷ]");
    private static final Pattern RUSSIAN_ONLY = Pattern.compile("[ыэё]");
    private static final Map<String, Map<Character, String>> BY_NATIONALITY = Map.of(
            "UA",
            UKRAINIAN,
            "BG",
            BULGARIAN,
            "RS",
            SERBIAN,
            "MK",
            SERBIAN,
            "BA",
            SERBIAN,
            "ME",
            SERBIAN,
            "BY",
            BELARUSIAN);

    private static final String VOWELS = "аеёиоуыэюяіїєэ";
    private static final String HUSHING = "жчшщ";

    private Cyrillic() {}

    /** The likeliest spelling first. */
    static List<String> romanised(String word, Set<String> nationalities) {
        Map<Character, String> alphabet = alphabet(word, nationalities);
        var spellings = new LinkedHashSet<String>();
        spellings.add(spelt(word, alphabet));
        if (word.indexOf('ё') >= 0) {
            spellings.add(spelt(word.replace('ё', 'е'), alphabet));
            spellings.add(spelt(word.replace('ё', 'о'), alphabet));
            spellings.add(spelt(word.replace("ё", "йо"), alphabet));
        }
        if (word.indexOf('ь') >= 0) {
            spellings.add(spelt(word.replace("ь", "").replace('ё', 'е'), alphabet));
        }
        if (word.indexOf('щ') >= 0 || word.indexOf('ъ') >= 0) {
            spellings.add(spelt(word, BULGARIAN));
            spellings.add(spelt(word, RUSSIAN));
            spellings.add(spelt(word.replace('ъ', 'у'), BULGARIAN));
        }
        if (word.endsWith("ия")) {
            spellings.add(spelt(word.substring(0, word.length() - 1) + "а", alphabet));
        }
        return List.copyOf(spellings);
    }

    private static Map<Character, String> alphabet(String word, Set<String> nationalities) {
        if (BELARUSIAN_ONLY.matcher(word).find()) {
            return BELARUSIAN;
        }
        if (KAZAKH_ONLY.matcher(word).find()) {
            return RUSSIAN;
        }
        if (UKRAINIAN_ONLY.matcher(word).find()) {
            return nationalities.contains("BY") ? BELARUSIAN : UKRAINIAN;
        }
        if (SERBIAN_ONLY.matcher(word).find()) {
            return SERBIAN;
        }
        if (RUSSIAN_ONLY.matcher(word).find()) {
            return nationalities.contains("BY") ? BELARUSIAN : RUSSIAN;
        }
        for (String nationality : nationalities) {
            Map<Character, String> alphabet = BY_NATIONALITY.get(nationality);
            if (alphabet != null) {
                return alphabet;
            }
        }
        return RUSSIAN;
    }

    private static String spelt(String word, Map<Character, String> alphabet) {
        var latin = new StringBuilder(word.length() + 4);
        for (int i = 0; i < word.length(); i++) {
            char letter = word.charAt(i);
            char before = i == 0 ? ' ' : word.charAt(i - 1);
            if (letter == 'е' && alphabet == RUSSIAN && (i == 0 || isOpen(before))) {
                latin.append("ye");
            } else if (letter == 'ё' && HUSHING.indexOf(before) >= 0) {
                latin.append('e');
            } else if ((letter == 'и' || letter == 'о') && before == 'ь') {
                latin.append(letter == 'и' ? "yi" : "yo");
            } else {
                latin.append(alphabet.getOrDefault(letter, letter < 128 ? String.valueOf(letter) : ""));
            }
        }
        return latin.toString();
    }

    private static boolean isOpen(char before) {
        return VOWELS.indexOf(before) >= 0 || before == 'ь' || before == 'ъ';
    }

    private static Map<Character, String> table(Map<Character, String> base, String entries) {
        var letters = new HashMap<>(base);
        for (String entry : entries.split(" ")) {
            letters.put(entry.charAt(0), entry.substring(1));
        }
        return Map.copyOf(letters);
    }
}
