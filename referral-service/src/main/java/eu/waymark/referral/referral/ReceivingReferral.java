package eu.waymark.referral.referral;

import eu.waymark.referral.referral.Step.Said;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A worker of the recipient takes a referral by name, so that the sender knows that somebody has it. */
@ApplicationScoped
class ReceivingReferral {

    private final MakingMove moves;

    ReceivingReferral(MakingMove moves) {
        this.moves = moves;
    }

    ReferralView receive(UUID id, @Nullable String ifMatch) {
        return moves.make(Move.RECEIVE, id, ifMatch, moving -> {
            moving.takeUnlessTaken();
            return Said.NOTHING;
        });
    }
}
