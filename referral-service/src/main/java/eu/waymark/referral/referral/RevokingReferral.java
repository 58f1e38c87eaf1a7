package eu.waymark.referral.referral;

import eu.waymark.referral.referral.Referral.Decision;
import eu.waymark.referral.referral.Step.Said;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Takes a referral back for the agency that sent it, as long as nobody has decided on it; also a draft. */
@ApplicationScoped
class RevokingReferral {

    private final MakingMove moves;

    RevokingReferral(MakingMove moves) {
        this.moves = moves;
    }

    ReferralView revoke(UUID id, @Nullable String ifMatch) {
        return moves.make(Move.REVOKE, id, ifMatch, moving -> {
            moving.referral().decide(new Decision(moving.by().subject(), moving.at(), null, null));
            return Said.NOTHING;
        });
    }
}
