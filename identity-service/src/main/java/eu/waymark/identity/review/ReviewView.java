package eu.waymark.identity.review;

import com.fasterxml.jackson.annotation.JsonInclude;
import eu.waymark.identity.link.DecisionReason;
import eu.waymark.identity.link.LinkedRecord;
import eu.waymark.identity.link.Pair;
import eu.waymark.platform.web.caller.Caller;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A pair in the queue, without anything of who they are.
 *
 * @param claimedUntil while somebody has it in hand
 * @param proposal why the two were proposed as one child, where that waits for a second person
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Review", description = "A pair of records that may be one child. A suggestion: people decide.")
record ReviewView(
        UUID id,
        ReviewStatus status,
        QueueReason reason,
        Instant queuedAt,
        List<LinkedRecord> records,
        boolean claimedByMe,
        @Nullable Instant claimedUntil,
        @Nullable DecisionReason proposal,
        int version) {

    static final String EXAMPLE = """
            {"id":"5a2f9a52-0c5c-4d0e-9a7e-0d2c2f8f3b11","status":"open","reason":"found",\
            "queuedAt":"2026-11-22T10:00:00Z","records":[\
            {"own":true,"recordId":"0b6b4a3e-5a55-4f0e-8f0f-7a1d1f6d2c10","agency":"GB-LDS","country":"GB"},\
            {"own":false,"country":"NL"}],"claimedByMe":false,"version":0}""";

    static ReviewView of(Review review, Pair pair, Caller reader, Instant now) {
        return new ReviewView(
                review.id(),
                review.status(),
                review.reason(),
                review.queuedAt(),
                pair.records().stream()
                        .map(record -> LinkedRecord.of(record, reader))
                        .sorted(Comparator.comparing(LinkedRecord::own).reversed())
                        .toList(),
                review.isClaimedBy(reader, now),
                review.isClaimed(now) ? review.claimedUntil() : null,
                review.proposedReason(),
                review.version());
    }
}
