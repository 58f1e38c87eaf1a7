package eu.waymark.matching.name;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;

/**
 * Romanises Greek three ways: as ELOT 743 and passports write it (nt, gk, ei; b at the beginning), letter by letter
 * (mp), and as it sounds (b, d, g, i).
 */
final class Greek {

    private static final String VOICELESS = "θκξπσςτφχψ";
    private static final Map<String, String> LETTERS =
            table(Map.of(), "αa βv γg δd εe ζz ηi θth ιi κk λl μm νn ξx οo πp ρr σs ςs τt υy φf χch ψps ωo");
    private static final Map<String, String> PASSPORT = table(LETTERS, "ουou αιai ειei οιoi υιyi γγng γξnx γχnch");
    private static final Map<String, String> SPOKEN =
            table(LETTERS, "ουou αιe ειi οιi υιi γγg γκg μπb ντd τζtz χh υi ευev αυav γιy γεye");

    private Greek() {}

    /** The passport's spelling first. */
    static List<String> romanised(String word) {
        var spellings = new LinkedHashSet<String>();
        String initial = word.startsWith("μπ") ? "b" : "";
        spellings.add(initial + spelt(word.substring(initial.isEmpty() ? 0 : 2), PASSPORT));
        spellings.add(spelt(word, PASSPORT));
        spellings.add(spelt(word, SPOKEN));
        return List.copyOf(spellings);
    }

    private static String spelt(String word, Map<String, String> table) {
        var latin = new StringBuilder(word.length() + 4);
        int at = 0;
        while (at < word.length()) {
            String two = at + 1 < word.length() ? word.substring(at, at + 2) : "";
            if (two.equals("αυ") || two.equals("ευ") || two.equals("ηυ")) {
                latin.append(table.get(two.substring(0, 1))).append(isVoiceless(word, at + 2) ? 'f' : 'v');
                at += 2;
            } else if (table.containsKey(two)) {
                latin.append(table.get(two));
                at += 2;
            } else {
                String letter = word.substring(at, at + 1);
                latin.append(table.getOrDefault(letter, letter));
                at++;
            }
        }
        return latin.toString();
    }

    private static boolean isVoiceless(String word, int at) {
        return at >= word.length() || VOICELESS.indexOf(word.charAt(at)) >= 0;
    }

    private static Map<String, String> table(Map<String, String> base, String entries) {
        var letters = new HashMap<>(base);
        for (String entry : entries.split(" ")) {
            int greek = 0;
            while (entry.charAt(greek) >= 128) {
                greek++;
            }
            letters.put(entry.substring(0, greek), entry.substring(greek));
        }
        return Map.copyOf(letters);
    }
}
