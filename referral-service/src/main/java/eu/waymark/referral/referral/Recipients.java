package eu.waymark.referral.referral;

import eu.waymark.platform.web.caller.Caller;
import eu.waymark.platform.web.problem.ProblemException;
import eu.waymark.referral.ReferralProblem;
import eu.waymark.referral.access.Permits;
import eu.waymark.referral.agency.Agencies;
import eu.waymark.referral.clock.Clocks;
import eu.waymark.referral.clock.Duty;
import eu.waymark.referral.referral.Referral.Sending;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;

/** Who may be sent a referral, and by when an answer is due from there. */
@ApplicationScoped
class Recipients {

    private final Agencies agencies;
    private final Permits permits;
    private final Clocks clocks;

    Recipients(Agencies agencies, Permits permits, Clocks clocks) {
        this.agencies = agencies;
        this.permits = permits;
        this.clocks = clocks;
    }

    /** @throws ProblemException {@code unknown-agency}, {@code own-agency} or {@code recipient-cannot-answer} */
    Sending sendingTo(String agency, Caller by, Instant at) {
        if (agency.equals(by.agency())) {
            throw ReferralProblem.OWN_AGENCY.because("Choose another agency.").at("toAgency", "is your own agency");
        }
        var recipient = agencies.findByIdOptional(agency).orElseThrow(Recipients::unknown);
        if (!permits.mayAnswer(recipient.type())) {
            throw ReferralProblem.RECIPIENT_CANNOT_ANSWER
                    .because("Choose an agency that works with children.")
                    .at("toAgency", "may not decide on referrals");
        }
        var due = clocks.due(Duty.REFERRAL_DECISION, recipient.place(), at);
        return new Sending(by.subject(), at, due.at(), due.rule());
    }

    private static ProblemException unknown() {
        return ReferralProblem.UNKNOWN_AGENCY
                .because("Choose an agency of the directory.")
                .at("toAgency", "is not in the directory");
    }
}
