package eu.waymark.matching.name;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Romanises Georgian (national system of 2002) and Armenian, the latter as the east and as the west speaks it. */
final class Caucasian {

    private static final Map<Character, String> GEORGIAN = table(
            Map.of(),
            "აa ბb გg დd ეe ვv ზz თt იi კk ლl მm ნn ოo პp ჟzh რr სs ტt უu ფp ქk ღgh ყq შsh ჩch ცts ძdz წts ჭch ხkh ჯj ჰh");
    private static final Map<Character, String> EASTERN = table(
            Map.of(),
            "աa բb գg դd եe զz էe ըy թt ժzh իi լl խkh ծts կk հh ձdz ղgh ճch մm յy նn շsh ոo չch պp ջj ռr սs վv տt րr"
                    + " ցts ւv փp քk օo ֆf");
    private static final Map<Character, String> WESTERN = table(EASTERN, "բp պb գk կg դt տd ձts ծdz ջch ճj");

    private Caucasian() {}

    static List<String> georgian(String word) {
        return List.of(spelt(word, GEORGIAN));
    }

    /** Eastern first. */
    static List<String> armenian(String word) {
        String letters = word.replace("և", "եվ");
        String east = armenian(letters, EASTERN);
        String west = armenian(letters, WESTERN);
        return east.equals(west) ? List.of(east) : List.of(east, west);
    }

    private static String armenian(String word, Map<Character, String> table) {
        String glided = word.replace("ու", "u");
        if (glided.startsWith("ե")) {
            glided = "y" + glided;
        } else if (glided.startsWith("ո")) {
            glided = "v" + glided;
        }
        return spelt(glided, table);
    }

    private static String spelt(String word, Map<Character, String> table) {
        var latin = new StringBuilder(word.length() + 4);
        for (int i = 0; i < word.length(); i++) {
            char letter = word.charAt(i);
            latin.append(table.getOrDefault(letter, letter < 128 ? String.valueOf(letter) : ""));
        }
        return latin.toString();
    }

    private static Map<Character, String> table(Map<Character, String> base, String entries) {
        var letters = new HashMap<>(base);
        for (String entry : entries.split(" ")) {
            letters.put(entry.charAt(0), entry.substring(1));
        }
        return Map.copyOf(letters);
    }
}
