package eu.waymark.referral.referral;

import eu.waymark.referral.referral.Step.Said;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Answers the recipient's question: the referral waits for a decision again, and the clock goes on. */
@ApplicationScoped
class ResubmittingReferral {

    private final MakingMove moves;
    private final Recipients recipients;

    ResubmittingReferral(MakingMove moves, Recipients recipients) {
        this.moves = moves;
        this.recipients = recipients;
    }

    ReferralView resubmit(UUID id, @Nullable String ifMatch, String answer) {
        return moves.make(Move.RESUBMIT, id, ifMatch, moving -> {
            var referral = moving.referral();
            referral.goOn(recipients.dueAgain(referral, moving.at()));
            return Said.note(answer);
        });
    }
}
