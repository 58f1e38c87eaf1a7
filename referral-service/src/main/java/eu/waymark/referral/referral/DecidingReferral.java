package eu.waymark.referral.referral;

import eu.waymark.referral.person.ChildTexts;
import eu.waymark.referral.referral.Referral.Decision;
import eu.waymark.referral.referral.Step.Said;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Accepts or rejects a referral for the agency that it was sent to. */
@ApplicationScoped
class DecidingReferral {

    private final MakingMove moves;
    private final ChildTexts texts;

    DecidingReferral(MakingMove moves, ChildTexts texts) {
        this.moves = moves;
        this.texts = texts;
    }

    ReferralView decide(UUID id, @Nullable String ifMatch, DecideReferral request) {
        return moves.make(request.decision().move, id, ifMatch, moving -> {
            moving.takeUnlessTaken();
            var reason = request.reason();
            var sealed = reason == null ? null : texts.seal(moving.record(), reason);
            moving.referral().decide(new Decision(moving.by().subject(), moving.at(), request.decisionCode(), sealed));
            return Said.coded(request.decisionCode(), reason);
        });
    }
}
