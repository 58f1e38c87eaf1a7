package eu.waymark.referral.referral;

import eu.waymark.referral.ReferralProblem;
import eu.waymark.referral.referral.Step.Said;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Raises a referral from early help to protection where it stands: nobody has to begin anew (C25). */
@ApplicationScoped
class RaisingReferral {

    private final MakingMove moves;

    RaisingReferral(MakingMove moves) {
        this.moves = moves;
    }

    ReferralView raise(UUID id, @Nullable String ifMatch, String reason) {
        return moves.make(Move.RAISE, id, ifMatch, moving -> {
            var referral = moving.referral();
            if (referral.work().level() == Level.PROTECTION) {
                throw ReferralProblem.ILLEGAL_TRANSITION.because("It is about protection already.");
            }
            referral.raise();
            return Said.coded("protection", reason);
        });
    }
}
