package eu.waymark.referral.referral;

import static eu.waymark.referral.referral.ReferralStatus.ACCEPTED;
import static eu.waymark.referral.referral.ReferralStatus.DONE;
import static eu.waymark.referral.referral.ReferralStatus.DRAFT;
import static eu.waymark.referral.referral.ReferralStatus.RECEIVED;
import static eu.waymark.referral.referral.ReferralStatus.REJECTED;
import static eu.waymark.referral.referral.ReferralStatus.RETURNED;
import static eu.waymark.referral.referral.ReferralStatus.REVOKED;
import static eu.waymark.referral.referral.ReferralStatus.SENT;

import com.fasterxml.jackson.annotation.JsonValue;
import eu.waymark.access.Action;
import eu.waymark.referral.ReferralEvent;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Everything that can be done with a referral: by whom, from which states, and to which. What is not here is refused, here
 * and once more by the database.
 */
@Schema(name = "ReferralMove", examples = "accepted")
public enum Move {
    SAVE("saved", Side.SENDER, Set.of(DRAFT), null, ReferralEvent.REFERRAL_SAVED),
    SEND("sent", Side.SENDER, Set.of(DRAFT), SENT, ReferralEvent.REFERRAL_SENT),
    RECEIVE("received", Side.RECIPIENT, Set.of(SENT), RECEIVED, ReferralEvent.REFERRAL_RECEIVED),
    ACCEPT("accepted", Side.RECIPIENT, Set.of(SENT, RECEIVED), ACCEPTED, ReferralEvent.REFERRAL_ACCEPTED),
    REJECT("rejected", Side.RECIPIENT, Set.of(SENT, RECEIVED), REJECTED, ReferralEvent.REFERRAL_REJECTED),
    RETURN("returned", Side.RECIPIENT, Set.of(SENT, RECEIVED), RETURNED, ReferralEvent.REFERRAL_RETURNED),
    RESUBMIT("resubmitted", Side.SENDER, Set.of(RETURNED), SENT, ReferralEvent.REFERRAL_RESUBMITTED),
    FORWARD("forwarded", Side.RECIPIENT, Set.of(SENT, RECEIVED), SENT, ReferralEvent.REFERRAL_FORWARDED),
    REVOKE("revoked", Side.SENDER, Set.of(DRAFT, SENT, RECEIVED, RETURNED), REVOKED, ReferralEvent.REFERRAL_REVOKED),
    FINISH("done", Side.RECIPIENT, Set.of(ACCEPTED), DONE, ReferralEvent.REFERRAL_DONE),
    SHARE("shared", Side.SENDER, Set.of(SENT, RECEIVED, RETURNED, ACCEPTED), null, ReferralEvent.REFERRAL_SHARED),
    RAISE("raised", Side.EITHER, Set.of(SENT, RECEIVED, RETURNED, ACCEPTED), null, ReferralEvent.REFERRAL_RAISED);

    final Side side;
    final ReferralEvent event;
    private final String done;
    private final Set<ReferralStatus> from;
    private final @Nullable ReferralStatus to;

    Move(String done, Side side, Set<ReferralStatus> from, @Nullable ReferralStatus to, ReferralEvent event) {
        this.done = done;
        this.side = side;
        this.from = from;
        this.to = to;
        this.event = event;
    }

    /** The state that follows, empty where this cannot be done. */
    Optional<ReferralStatus> next(ReferralStatus now) {
        return from.contains(now) ? Optional.of(to == null ? now : to) : Optional.empty();
    }

    /** Whether it leads to another state, and so explains why something else can no longer be done. */
    boolean changesState() {
        return to != null;
    }

    /** What the access policy has to permit. */
    Action action() {
        return switch (this) {
            case RECEIVE, ACCEPT, REJECT, RETURN, FORWARD -> Action.DECIDE_REFERRAL;
            case FINISH, RAISE -> Action.WORK_REFERRAL;
            case SAVE, SEND, RESUBMIT, REVOKE, SHARE -> Action.CREATE_REFERRAL;
        };
    }

    /** What was done, in the past tense. */
    @JsonValue
    public String done() {
        return done;
    }
}
