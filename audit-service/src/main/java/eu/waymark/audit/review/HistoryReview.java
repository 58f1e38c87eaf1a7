package eu.waymark.audit.review;

import eu.waymark.audit.log.EventColumns;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Signatures are not leaves, so their absence shows nowhere in the tree. Therefore each review counts them in its own event,
 * which is a leaf, and the next one counts again.
 */
final class HistoryReview {

    static final String REVIEWED = "audit.log.reviewed";
    private static final String RESTORED = "audit.log.restored";
    private static final String OWN_SOURCE = "audit-service";
    private static final String UP_TO = "countedUpTo";
    private static final String CHECKPOINTS = "checkpoints";
    private static final String COSIGNATURES = "cosignatures";

    private final Rows rows;
    private final Findings findings;
    private @Nullable Counted last;

    HistoryReview(Rows rows, Findings findings) {
        this.rows = rows;
        this.findings = findings;
    }

    /**
     * How many signatures there were.
     *
     * @param upTo under checkpoints of at most this size
     */
    record Counted(long upTo, long checkpoints, long cosignatures) {

        /** As the event of a review notes it. */
        Map<String, String> notes() {
            return Map.of(
                    UP_TO, Long.toString(upTo),
                    CHECKPOINTS, Long.toString(checkpoints),
                    COSIGNATURES, Long.toString(cosignatures));
        }
    }

    /** The next leaf. */
    void add(long index, EventColumns event) {
        var notes = event.notes();
        if (event.type().equals(RESTORED) && event.source().equals(OWN_SOURCE)) {
            // Leaves come back, signatures under sizes in between do not: counting begins anew.
            last = null;
        }
        if (event.type().equals(REVIEWED) && event.source().equals(OWN_SOURCE) && notes.containsKey(UP_TO)) {
            try {
                last = new Counted(
                        Long.parseLong(notes.getOrDefault(UP_TO, "")),
                        Long.parseLong(notes.getOrDefault(CHECKPOINTS, "")),
                        Long.parseLong(notes.getOrDefault(COSIGNATURES, "")));
            } catch (NumberFormatException malformed) {
                findings.add("leaf", index, "counts signatures in no numbers");
            }
        }
    }

    Counted end(long size) {
        if (last != null) {
            compare("checkpoint", last, rows.checkpointsUpTo(last.upTo), last.checkpoints);
            compare("cosignature", last, rows.cosignaturesUpTo(last.upTo), last.cosignatures);
        }
        return new Counted(size, rows.checkpointsUpTo(size), rows.cosignaturesUpTo(size));
    }

    private void compare(String table, Counted then, long now, long before) {
        if (now < before) {
            findings.add(
                    table,
                    "<= " + then.upTo,
                    "has %d rows up to this size, and an earlier review counted %d".formatted(now, before));
        }
    }
}
