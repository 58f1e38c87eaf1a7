package eu.waymark.referral.request;

import com.fasterxml.jackson.annotation.JsonProperty;
import eu.waymark.referral.ReferralProblem;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Where a request stands. Every move that is not in the table is refused, here and once more by the database. */
enum RequestStatus {
    @JsonProperty("sent")
    SENT,
    /** The desk has confirmed that it has the request. */
    @JsonProperty("received")
    RECEIVED,
    /** Some questions are answered or withheld; the others stay open. */
    @JsonProperty("partly-answered")
    PARTLY_ANSWERED,
    @JsonProperty("answered")
    ANSWERED,
    @JsonProperty("refused")
    REFUSED,
    @JsonProperty("revoked")
    REVOKED;

    private static final Map<RequestStatus, Set<RequestStatus>> NEXT = Map.of(
            SENT, Set.of(RECEIVED, REVOKED),
            RECEIVED, Set.of(PARTLY_ANSWERED, ANSWERED, REFUSED, REVOKED, SENT),
            PARTLY_ANSWERED, Set.of(PARTLY_ANSWERED, ANSWERED, REFUSED, REVOKED),
            ANSWERED, Set.of(),
            REFUSED, Set.of(SENT),
            REVOKED, Set.of());

    /** The given state, or the problem {@code request-illegal-transition} when it cannot follow this one. */
    RequestStatus to(RequestStatus next) {
        if (!NEXT.getOrDefault(this, Set.of()).contains(next)) {
            throw ReferralProblem.REQUEST_ILLEGAL_TRANSITION.because(
                    "A request that is %s cannot become %s.".formatted(code(), next.code()));
        }
        return next;
    }

    boolean isOpen() {
        return this == SENT || this == RECEIVED || this == PARTLY_ANSWERED;
    }

    String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
