package eu.waymark.matching.clk;

import eu.waymark.matching.PersonName;
import eu.waymark.matching.name.NameReader;
import eu.waymark.matching.name.NameToken;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The features of one name, without order: what is given and what is family name does not matter. */
final class NameFeatures {

    private static final int SHORTEST_WORD = 2;

    /** More words share the weight of so many, or long names would fill the filter. */
    private static final int FULL_WEIGHT = 3;

    private final ClkParameters weights;

    NameFeatures(ClkParameters weights) {
        this.weights = weights;
    }

    /** The words that say something, each once. */
    List<CanonicalWord> words(PersonName name, Set<String> nationalities) {
        var words = new LinkedHashSet<CanonicalWord>();
        for (NameToken token : NameReader.shared().read(name, nationalities)) {
            if (token.forms().latin().length() >= SHORTEST_WORD) {
                words.add(CanonicalWord.of(token.forms()));
            }
        }
        return List.copyOf(words);
    }

    /** Bigrams and consonants of all words; what two words share counts once. */
    List<Feature> of(List<CanonicalWord> words) {
        int share = Math.max(words.size(), FULL_WEIGHT);
        Map<String, Integer> bigrams = new TreeMap<>();
        Map<String, Integer> skeletons = new TreeMap<>();
        for (CanonicalWord word : words) {
            if (word.form() != null) {
                addBigrams(bigrams, "_" + word.form() + "_", weights.name() * FULL_WEIGHT / share);
            }
            skeletons.put(word.skeleton(), weights.skeleton() * FULL_WEIGHT / share);
        }
        var features = new ArrayList<Feature>(bigrams.size() + skeletons.size());
        bigrams.forEach((text, bits) -> features.add(new Feature(Feature.Kind.NAME, text, bits)));
        skeletons.forEach((text, bits) -> features.add(new Feature(Feature.Kind.SKELETON, text, bits)));
        return features;
    }

    private void addBigrams(Map<String, Integer> bigrams, String padded, int weight) {
        int bits = Math.ceilDiv(weight, padded.length() - 1);
        for (int i = 0; i + 2 <= padded.length(); i++) {
            bigrams.merge(padded.substring(i, i + 2), bits, Math::max);
        }
    }
}
