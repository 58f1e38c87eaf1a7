package eu.waymark.matching.clk;

import java.util.List;
import java.util.Set;

/** What became of a person's data. */
public sealed interface EncodingResult {

    /**
     * @param encodings one for every name and birth, at most {@link ClkEncoder#MAX_ENCODINGS}; the first are the surest
     * @param blocks keyed hashes of year and consonants by which a matcher may narrow its search
     */
    record Encoded(List<Encoding> encodings, Set<Long> blocks) implements EncodingResult {

        public Encoded {
            encodings = List.copyOf(encodings);
            blocks = Set.copyOf(blocks);
        }

        /** Never shows the encodings. */
        @Override
        public String toString() {
            return "Encoded[" + encodings.size() + ", redacted]";
        }
    }

    /** Too little is known: an encoding would fit too many children. */
    record TooLittle(Missing missing) implements EncodingResult {}

    /** What would be needed. */
    enum Missing {
        /** A name of two words, or of one with a day of birth. */
        NAME,
        /** A birth that is known to five years. */
        BIRTH
    }
}
