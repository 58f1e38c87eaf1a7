package eu.waymark.identity.review;

import com.fasterxml.jackson.annotation.JsonProperty;
import eu.waymark.identity.IdentityProblem;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Where a review stands. Every move that is not in the table is refused, here and once more by the database. */
@Schema(name = "ReviewStatus")
enum ReviewStatus {
    @JsonProperty("open")
    OPEN,
    /** Somebody says that the two are one child; a person of the other agency confirms it or not. */
    @JsonProperty("proposed")
    PROPOSED,
    @JsonProperty("decided")
    DECIDED,
    /** There is nothing to decide any more. */
    @JsonProperty("withdrawn")
    WITHDRAWN;

    private static final Map<ReviewStatus, Set<ReviewStatus>> NEXT = Map.of(
            OPEN, Set.of(OPEN, PROPOSED, DECIDED, WITHDRAWN),
            PROPOSED, Set.of(OPEN, DECIDED, WITHDRAWN));

    /** The given state, or the problem {@code illegal-transition} when it cannot follow this one. */
    ReviewStatus to(ReviewStatus next) {
        if (!NEXT.getOrDefault(this, Set.of()).contains(next)) {
            throw IdentityProblem.ILLEGAL_TRANSITION.because(
                    "A review that is %s cannot become %s.".formatted(code(), next.code()));
        }
        return next;
    }

    boolean isWaiting() {
        return this == OPEN || this == PROPOSED;
    }

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
