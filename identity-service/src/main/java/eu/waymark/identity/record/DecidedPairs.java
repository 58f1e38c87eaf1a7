package eu.waymark.identity.record;

import java.util.List;
import java.util.UUID;

/** Knows what people have decided about pairs of records. Every use belongs inside audited work. */
public interface DecidedPairs {

    /**
     * A decision that is in force.
     *
     * @param decision its id
     * @param same whether the two records are one child; relatives and strangers are not
     */
    record DecidedPair(UUID decision, UUID one, UUID other, boolean same) {}

    /** The latest, at most so many. */
    List<DecidedPair> latest(int most);
}
