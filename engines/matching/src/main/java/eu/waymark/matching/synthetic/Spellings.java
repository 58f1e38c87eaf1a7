package eu.waymark.matching.synthetic;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** How a name of an origin is spelt in Latin letters, where its table does not say so itself. */
final class Spellings {

    private static final Pattern MARKS = Pattern.compile("\\p{Mn}+");

    private Spellings() {}

    /**
     * For names at home in Latin letters: as written, without diacritics, with umlauts written out. For others: one
     * spelling of each {@link Romanisation}, in its order.
     */
    static List<String> of(String own, Origin origin) {
        if (origin.isLatin()) {
            return List.of(own, stripped(own), stripped(expanded(own)));
        }
        var spellings = new ArrayList<String>();
        for (Romanisation standard : Romanisation.values()) {
            spellings.add(standard.latin(own, origin));
        }
        return List.copyOf(spellings);
    }

    static String stripped(String name) {
        String plain = name.replace('ł', 'l')
                .replace('Ł', 'L')
                .replace('ø', 'o')
                .replace('Ø', 'O')
                .replace('đ', 'd')
                .replace('Đ', 'D')
                .replace('ı', 'i')
                .replace("ß", "ss");
        return MARKS.matcher(Normalizer.normalize(plain, Normalizer.Form.NFD)).replaceAll("");
    }

    private static String expanded(String name) {
        return name.replace("ä", "ae")
                .replace("ö", "oe")
                .replace("ü", "ue")
                .replace("å", "aa")
                .replace("Ä", "Ae")
                .replace("Ö", "Oe")
                .replace("Ü", "Ue")
                .replace("Å", "Aa");
    }
}
