package eu.waymark.referral.referral;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Where a referral stands. What leads from one to the next is a {@link Move}. */
@Schema(name = "ReferralStatus")
enum ReferralStatus {
    /** Known to the agency that writes it, and to nobody else. */
    @JsonProperty("draft")
    DRAFT,
    @JsonProperty("sent")
    SENT,
    /** A named worker of the recipient has taken it. */
    @JsonProperty("received")
    RECEIVED,
    /** The sender is asked for more; meanwhile the clock stands. */
    @JsonProperty("returned")
    RETURNED,
    @JsonProperty("accepted")
    ACCEPTED,
    @JsonProperty("rejected")
    REJECTED,
    @JsonProperty("revoked")
    REVOKED,
    @JsonProperty("done")
    DONE;

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether the recipient has said that it does the work: only then, and after, it reads what is shared. */
    boolean isTakenOn() {
        return this == ACCEPTED || this == DONE;
    }

    /** Whether it waits for the recipient to decide. */
    boolean isUndecided() {
        return this == SENT || this == RECEIVED;
    }
}
