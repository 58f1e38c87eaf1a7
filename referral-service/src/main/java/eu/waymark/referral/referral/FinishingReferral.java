package eu.waymark.referral.referral;

import eu.waymark.referral.referral.Step.Said;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Ends the work on a referral with its outcome; the recipient works with the child no more. */
@ApplicationScoped
class FinishingReferral {

    private final MakingMove moves;

    FinishingReferral(MakingMove moves) {
        this.moves = moves;
    }

    ReferralView finish(UUID id, @Nullable String ifMatch, FinishReferral request) {
        return moves.make(Move.FINISH, id, ifMatch, moving -> Said.coded(request.outcome().code, request.note()));
    }
}
