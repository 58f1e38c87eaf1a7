package eu.waymark.matching.clk;

import eu.waymark.matching.Demographics;
import eu.waymark.matching.clk.EncodingResult.Encoded;
import java.util.ArrayList;
import java.util.List;

/** Links two files by their encodings alone, everybody with everybody: how good encodings are can be measured by it. */
public final class ClkLinkage {

    /**
     * Two records whose encodings agree.
     *
     * @param left index in the first file
     * @param right index in the second
     * @param similarity the highest Dice among their encodings of a day
     */
    public record Pair(int left, int right, double similarity) {}

    /** Of one record's partners the most similar; more than this many would be no linkage. */
    private static final int MOST = 1_000;

    private ClkLinkage() {}

    /** Every pair at or above the threshold for so many records; nobody is assigned to one partner only. */
    public static List<Pair> pairs(ClkKey key, List<Demographics> left, List<Demographics> right) {
        var encoder = new ClkEncoder(key);
        var builder = new PrivateMatcher.Builder(false);
        for (int i = 0; i < left.size(); i++) {
            if (encoder.encode(left.get(i)) instanceof Encoded encoded) {
                builder.add(i, encoded);
            }
        }
        PrivateMatcher matcher = builder.build();
        var pairs = new ArrayList<Pair>();
        for (int i = 0; i < right.size(); i++) {
            if (encoder.encode(right.get(i)) instanceof Encoded encoded) {
                Hits hits = matcher.find(encoded, Reading.DAY, MOST);
                for (int rank = 0; rank < hits.size(); rank++) {
                    pairs.add(new Pair(hits.person(rank), i, hits.similarity(rank)));
                }
            }
        }
        return pairs;
    }
}
