package eu.waymark.matching.name;

import eu.waymark.matching.PersonName;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How common the commonest names are, for whoever has no counts of their own. Rough shares of the people among whom a
 * name is at home: two who share the name Nguyen are no likelier to be one child because the register is large.
 */
public final class CommonNames {

    private static final double THOUSAND = 1000;
    private static final CommonNames SHIPPED = new CommonNames(WordLists.read("common-names.txt"), NameReader.shared());

    private final Map<NameRole, Map<String, Double>> shares =
            Map.of(NameRole.GIVEN, new HashMap<>(), NameRole.FAMILY, new HashMap<>());

    private CommonNames(List<String> lines, NameReader reader) {
        for (String line : lines) {
            String[] words = line.split("\\s+");
            NameRole role = words[0].equals("g") ? NameRole.GIVEN : NameRole.FAMILY;
            double share = Double.parseDouble(words[1]) / THOUSAND;
            for (int i = 2; i < words.length; i++) {
                add(reader, role, words[i], share);
            }
        }
    }

    /** The shares that ship with the engine. */
    public static CommonNames shipped() {
        return SHIPPED;
    }

    private void add(NameReader reader, NameRole role, String word, double share) {
        PersonName name = role == NameRole.GIVEN ? PersonName.of(word, null) : PersonName.of(null, word);
        for (NameToken token : reader.read(name, Set.of())) {
            of(role).merge(token.forms().canonical(), share, Math::max);
        }
    }

    /**
     * The share of people who have a name.
     *
     * @param key as {@link TokenForms#canonical()}
     * @return 0 for a name that is not very common, or whose role is not known
     */
    public double share(NameRole role, String key) {
        return role == NameRole.GIVEN || role == NameRole.FAMILY ? of(role).getOrDefault(key, 0.0) : 0;
    }

    private Map<String, Double> of(NameRole role) {
        return shares.getOrDefault(role, Map.of());
    }
}
