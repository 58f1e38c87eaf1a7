package eu.waymark.referral.contribution;

import com.fasterxml.jackson.annotation.JsonProperty;
import eu.waymark.referral.ReferralProblem;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Where a contribution stands. Every move that is not in the table is refused, here and once more by the database. */
enum ContributionStatus {
    @JsonProperty("asked")
    ASKED,
    @JsonProperty("arrived")
    ARRIVED,
    @JsonProperty("read")
    READ,
    @JsonProperty("revoked")
    REVOKED;

    private static final Map<ContributionStatus, Set<ContributionStatus>> NEXT =
            Map.of(ASKED, Set.of(ARRIVED, REVOKED), ARRIVED, Set.of(READ), READ, Set.of(), REVOKED, Set.of());

    /** The given state, or the problem {@code contribution-illegal-transition} when it cannot follow this one. */
    ContributionStatus to(ContributionStatus next) {
        if (!NEXT.getOrDefault(this, Set.of()).contains(next)) {
            throw ReferralProblem.CONTRIBUTION_ILLEGAL_TRANSITION.because(
                    "A contribution that is %s cannot become %s.".formatted(code(), next.code()));
        }
        return next;
    }

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
