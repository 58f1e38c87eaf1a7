package eu.waymark.matching.synthetic;

import java.util.Locale;
import org.apache.commons.text.similarity.LevenshteinDistance;

/** Names that a hurried reader takes for one another. */
final class Alike {

    private static final LevenshteinDistance AT_MOST_TWO = new LevenshteinDistance(2);

    private Alike() {}

    static boolean alike(String name, String other) {
        String left = name.toLowerCase(Locale.ROOT);
        String right = other.toLowerCase(Locale.ROOT);
        int distance = AT_MOST_TWO.apply(left, right);
        return distance > 0 && distance * 3 <= Math.max(left.length(), right.length());
    }
}
