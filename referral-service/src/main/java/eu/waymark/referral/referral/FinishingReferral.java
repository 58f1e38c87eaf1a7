package eu.waymark.referral.referral;

import eu.waymark.referral.gate.Gates;
import eu.waymark.referral.gate.Stage;
import eu.waymark.referral.referral.Step.Said;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Ends the work on a referral with its outcome; the recipient works with the child no more. */
@ApplicationScoped
class FinishingReferral {

    private final MakingMove moves;
    private final Gates gates;

    FinishingReferral(MakingMove moves, Gates gates) {
        this.moves = moves;
        this.gates = gates;
    }

    ReferralView finish(UUID id, @Nullable String ifMatch, FinishReferral request) {
        return moves.make(Move.FINISH, id, ifMatch, moving -> {
            gates.requireClosed(id, Stage.CLOSE);
            request.learned().noteOn(moving.trail());
            return Said.coded(request.outcome().code, request.note());
        });
    }
}
