package eu.waymark.referral.referral;

import eu.waymark.referral.referral.Step.Said;
import eu.waymark.referral.running.WaitingClocks;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Answers the recipient's question: the referral waits for a decision again, and a clock that stood goes on with what was left. */
@ApplicationScoped
class ResubmittingReferral {

    private final MakingMove moves;
    private final WaitingClocks clocks;

    ResubmittingReferral(MakingMove moves, WaitingClocks clocks) {
        this.moves = moves;
        this.clocks = clocks;
    }

    ReferralView resubmit(UUID id, @Nullable String ifMatch, String answer) {
        return moves.make(Move.RESUBMIT, id, ifMatch, moving -> {
            var referral = moving.referral();
            clocks.goOn(id, referral.recipient(), moving.by().subject(), moving.at())
                    .ifPresent(referral::goOn);
            return Said.note(answer);
        });
    }
}
