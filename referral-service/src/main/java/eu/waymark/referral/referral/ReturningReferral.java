package eu.waymark.referral.referral;

import eu.waymark.referral.referral.Step.Said;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Gives a referral back to its sender with a question; the clock stands until it is answered. */
@ApplicationScoped
class ReturningReferral {

    private final MakingMove moves;

    ReturningReferral(MakingMove moves) {
        this.moves = moves;
    }

    ReferralView giveBack(UUID id, @Nullable String ifMatch, String question) {
        return moves.make(Move.RETURN, id, ifMatch, moving -> {
            moving.takeUnlessTaken();
            return Said.note(question);
        });
    }
}
