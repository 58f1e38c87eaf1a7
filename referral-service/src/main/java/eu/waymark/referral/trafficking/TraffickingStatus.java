package eu.waymark.referral.trafficking;

import com.fasterxml.jackson.annotation.JsonProperty;
import eu.waymark.referral.ReferralProblem;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Where a referral stands. A negative decision may be reconsidered; a positive one is not taken back here. */
@Schema(name = "TraffickingReferralStatus")
enum TraffickingStatus {
    @JsonProperty("draft")
    DRAFT,
    @JsonProperty("sent")
    SENT,
    /** Reasonable grounds to believe it: support goes on while it is decided conclusively. */
    @JsonProperty("grounds-found")
    GROUNDS_FOUND,
    @JsonProperty("grounds-not-found")
    GROUNDS_NOT_FOUND,
    @JsonProperty("confirmed")
    CONFIRMED,
    @JsonProperty("not-confirmed")
    NOT_CONFIRMED;

    private static final Map<TraffickingStatus, Set<TraffickingStatus>> NEXT = Map.of(
            DRAFT, Set.of(SENT),
            SENT, Set.of(GROUNDS_FOUND, GROUNDS_NOT_FOUND),
            GROUNDS_FOUND, Set.of(CONFIRMED, NOT_CONFIRMED),
            GROUNDS_NOT_FOUND, Set.of(GROUNDS_FOUND, GROUNDS_NOT_FOUND),
            CONFIRMED, Set.of(),
            NOT_CONFIRMED, Set.of(CONFIRMED, NOT_CONFIRMED));

    /** The given state, or the problem {@code trafficking-state} when it cannot follow this one. */
    TraffickingStatus to(TraffickingStatus next) {
        if (!NEXT.getOrDefault(this, Set.of()).contains(next)) {
            throw ReferralProblem.TRAFFICKING_STATE.because(
                    "A referral that is %s cannot become %s.".formatted(code(), next.code()));
        }
        return next;
    }

    static TraffickingStatus after(Stage stage, Finding finding) {
        var positive = finding == Finding.POSITIVE;
        return switch (stage) {
            case REASONABLE_GROUNDS -> positive ? GROUNDS_FOUND : GROUNDS_NOT_FOUND;
            case CONCLUSIVE_GROUNDS -> positive ? CONFIRMED : NOT_CONFIRMED;
        };
    }

    /** Whether a decision here is a reconsideration: there was one, and it was negative. */
    boolean isReconsidered() {
        return this == GROUNDS_NOT_FOUND || this == NOT_CONFIRMED;
    }

    String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
