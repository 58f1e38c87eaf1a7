package eu.waymark.referral.referral;

import eu.waymark.referral.referral.Step.Said;
import eu.waymark.referral.running.WaitingClocks;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Gives a referral back to its sender with a question; the clock stands until it is answered, where its rule lets it. */
@ApplicationScoped
class ReturningReferral {

    private static final String REASON = "returned-for-information";

    private final MakingMove moves;
    private final WaitingClocks clocks;

    ReturningReferral(MakingMove moves, WaitingClocks clocks) {
        this.moves = moves;
        this.clocks = clocks;
    }

    ReferralView giveBack(UUID id, @Nullable String ifMatch, String question) {
        return moves.make(Move.RETURN, id, ifMatch, moving -> {
            var referral = moving.referral();
            if (clocks.stop(id, referral.recipient(), REASON, moving.by().subject(), moving.at())) {
                referral.stand(moving.at());
            }
            moving.takeUnlessTaken();
            return Said.note(question);
        });
    }
}
