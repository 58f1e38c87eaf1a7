package eu.waymark.identity.erasure;

import com.fasterxml.jackson.annotation.JsonProperty;
import eu.waymark.identity.IdentityProblem;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Where an erasure stands. Every move that is not in the table is refused, here and once more by the database. */
@Schema(name = "ErasureStatus")
enum ErasureStatus {
    @JsonProperty("proposed")
    PROPOSED,
    @JsonProperty("withdrawn")
    WITHDRAWN,
    /** By a second person; services let go one by one. */
    @JsonProperty("approved")
    APPROVED,
    /** All have confirmed, and identity holds nothing any more. */
    @JsonProperty("destroyed")
    DESTROYED,
    /** The event that names the child for the last time is written. */
    @JsonProperty("announced")
    ANNOUNCED,
    /** That event is in the log, and no details are left. */
    @JsonProperty("completed")
    COMPLETED;

    private static final Map<ErasureStatus, Set<ErasureStatus>> NEXT = Map.of(
            PROPOSED, Set.of(WITHDRAWN, APPROVED),
            APPROVED, Set.of(DESTROYED),
            DESTROYED, Set.of(ANNOUNCED),
            ANNOUNCED, Set.of(COMPLETED));

    /** The given state, or the problem {@code illegal-transition} when it cannot follow this one. */
    ErasureStatus to(ErasureStatus next) {
        if (!NEXT.getOrDefault(this, Set.of()).contains(next)) {
            throw IdentityProblem.ILLEGAL_TRANSITION.because(
                    "An erasure that is %s cannot become %s.".formatted(code(), next.code()));
        }
        return next;
    }

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
