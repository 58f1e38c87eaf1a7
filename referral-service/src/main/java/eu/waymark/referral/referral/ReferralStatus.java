package eu.waymark.referral.referral;

import com.fasterxml.jackson.annotation.JsonProperty;
import eu.waymark.referral.ReferralProblem;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Where a referral stands. Every move that is not in the table is refused, here and once more by the database. */
enum ReferralStatus {
    @JsonProperty("sent")
    SENT,
    @JsonProperty("accepted")
    ACCEPTED,
    @JsonProperty("rejected")
    REJECTED,
    @JsonProperty("revoked")
    REVOKED;

    private static final Map<ReferralStatus, Set<ReferralStatus>> NEXT = Map.of(
            SENT, Set.of(ACCEPTED, REJECTED, REVOKED), ACCEPTED, Set.of(), REJECTED, Set.of(), REVOKED, Set.of());

    /** The given state, or the problem {@code illegal-transition} when it cannot follow this one. */
    ReferralStatus to(ReferralStatus next) {
        if (!NEXT.getOrDefault(this, Set.of()).contains(next)) {
            throw ReferralProblem.ILLEGAL_TRANSITION.because(
                    "A referral that is %s cannot become %s.".formatted(code(), next.code()));
        }
        return next;
    }

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
