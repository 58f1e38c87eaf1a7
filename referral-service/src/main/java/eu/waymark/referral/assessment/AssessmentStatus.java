package eu.waymark.referral.assessment;

import com.fasterxml.jackson.annotation.JsonProperty;
import eu.waymark.referral.ReferralProblem;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Where an assessment stands. A signature that comes after the approval takes the approval back. */
@Schema(name = "AssessmentStatus")
enum AssessmentStatus {
    @JsonProperty("open")
    OPEN,
    @JsonProperty("approved")
    APPROVED,
    @JsonProperty("closed")
    CLOSED;

    private static final Map<AssessmentStatus, Set<AssessmentStatus>> NEXT =
            Map.of(OPEN, Set.of(APPROVED), APPROVED, Set.of(OPEN, CLOSED), CLOSED, Set.of(OPEN));

    /** The given state, or the problem {@code assessment-state} when it cannot follow this one. */
    AssessmentStatus to(AssessmentStatus next) {
        if (!NEXT.getOrDefault(this, Set.of()).contains(next)) {
            throw ReferralProblem.ASSESSMENT_STATE.because(
                    "An assessment that is %s cannot become %s.".formatted(code(), next.code()));
        }
        return next;
    }

    /** @throws eu.waymark.platform.web.problem.ProblemException {@code assessment-state} when it is closed */
    void requireNotClosed() {
        if (this == CLOSED) {
            throw ReferralProblem.ASSESSMENT_STATE.because("It is closed. On new facts its next edition is opened.");
        }
    }

    /** @throws eu.waymark.platform.web.problem.ProblemException {@code assessment-state} when it is approved or closed */
    void requireOpen() {
        if (this != OPEN) {
            throw ReferralProblem.ASSESSMENT_STATE.because("It is %s.".formatted(code()));
        }
    }

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
