package eu.waymark.identity.privatequery;

import eu.waymark.matching.clk.Clk;
import eu.waymark.matching.clk.Encoding;
import eu.waymark.matching.clk.Reading;
import eu.waymark.matching.clk.Thresholds;
import eu.waymark.platform.web.Personal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

/** What somebody asked of late. */
record RecentQuestion(String actor, List<Encoding> encodings) implements Personal {

    /** Whether any encoding of this is so like one of another that a register would take both for one child, by Dice. */
    boolean isLike(List<Encoding> others, Thresholds least) {
        return encodings.stream().anyMatch(one -> others.stream()
                .anyMatch(other -> one.shelf() == other.shelf()
                        && one.reading() == other.reading()
                        && one.clk().dice(other.clk()) >= least.of(one.reading())));
    }

    /** As it is kept, before it is encrypted: a line for each. */
    static byte[] bytes(List<Encoding> encodings) {
        return encodings.stream()
                .map(one -> one.reading() + " " + one.shelf() + " " + one.clk().toBase64())
                .collect(Collectors.joining("\n"))
                .getBytes(StandardCharsets.US_ASCII);
    }

    /** What {@link #bytes} wrote. */
    static List<Encoding> encodings(byte[] bytes) {
        return new String(bytes, StandardCharsets.US_ASCII)
                .lines()
                .map(line -> line.split(" "))
                .map(one -> new Encoding(Reading.valueOf(one[0]), Long.parseLong(one[1]), Clk.ofBase64(one[2])))
                .toList();
    }

    @Override
    public String toString() {
        return REDACTED;
    }
}
