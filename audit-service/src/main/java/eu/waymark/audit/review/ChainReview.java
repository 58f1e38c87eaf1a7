package eu.waymark.audit.review;

import eu.waymark.audit.log.EventColumns;
import eu.waymark.audit.review.Rows.LeafRow;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Follows each source through the log: dense within its epochs, epochs dense and announced, each event naming the last. */
final class ChainReview {

    private static final String EPOCH_BEGAN = "source.epoch.began";

    private final Map<String, Last> sources = new HashMap<>();
    private final Findings findings;

    ChainReview(Findings findings) {
        this.findings = findings;
    }

    private record Last(int epoch, long seq, @Nullable String hash) {

        static final Last NONE = new Last(0, 0, null);

        boolean isFollowedBy(LeafRow leaf, EventColumns event) {
            if (leaf.epoch() == epoch) {
                return leaf.seq() == seq + 1 && Objects.equals(event.origin().prev(), hash);
            }
            return leaf.epoch() == epoch + 1
                    && leaf.seq() == 1
                    && event.origin().prev() == null
                    && (epoch == 0 || event.type().equals(EPOCH_BEGAN));
        }
    }

    /** The next leaf. */
    void add(LeafRow leaf, EventColumns event) {
        if (!event.id().equals(leaf.event())
                || !event.source().equals(leaf.source())
                || !event.origin().epoch().equals(Integer.toString(leaf.epoch()))
                || !event.origin().seq().equals(Long.toString(leaf.seq()))) {
            findings.add("leaf", leaf.index(), "stands under another id, source, epoch or number than it says");
        }
        if (!sources.getOrDefault(leaf.source(), Last.NONE).isFollowedBy(leaf, event)) {
            findings.add("leaf", leaf.index(), "does not follow the event of its source before it");
        }
        sources.put(leaf.source(), new Last(leaf.epoch(), leaf.seq(), EventColumns.hash(leaf.body())));
    }
}
