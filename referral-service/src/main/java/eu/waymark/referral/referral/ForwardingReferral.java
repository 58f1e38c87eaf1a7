package eu.waymark.referral.referral;

import eu.waymark.referral.ReferralProblem;
import eu.waymark.referral.referral.Step.Said;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Hands a referral that came to the wrong place on to another agency; its sender learns who has it now. */
@ApplicationScoped
class ForwardingReferral {

    private final MakingMove moves;
    private final Recipients recipients;

    ForwardingReferral(MakingMove moves, Recipients recipients) {
        this.moves = moves;
        this.recipients = recipients;
    }

    ReferralView forward(UUID id, @Nullable String ifMatch, ForwardReferral request) {
        return moves.make(Move.FORWARD, id, ifMatch, moving -> {
            var referral = moving.referral();
            if (referral.isFrom(request.toAgency())) {
                throw ReferralProblem.OWN_AGENCY
                        .because("The sender has it already: reject it or return it.")
                        .at("toAgency", "is the sender");
            }
            referral.send(request.toAgency(), recipients.sendingTo(request.toAgency(), moving.by(), moving.at()));
            return Said.to(request.toAgency(), request.reason());
        });
    }
}
