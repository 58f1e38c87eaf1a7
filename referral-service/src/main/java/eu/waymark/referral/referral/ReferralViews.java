package eu.waymark.referral.referral;

import eu.waymark.referral.person.ChildTexts;
import eu.waymark.referral.referral.Referral.Decision;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Shows a referral to one of its two agencies, with its texts in clear. */
@ApplicationScoped
class ReferralViews {

    private final ChildTexts texts;

    ReferralViews(ChildTexts texts) {
        this.texts = texts;
    }

    ReferralView of(Referral referral, String agency) {
        var parties = referral.parties();
        var work = referral.work();
        var record = work.personRecordId();
        var decision = Optional.ofNullable(referral.decision());
        return new ReferralView(
                referral.id(),
                referral.isFrom(agency) ? record : null,
                parties.fromAgency(),
                parties.fromCountry(),
                parties.toAgency(),
                work.kind(),
                work.urgency(),
                referral.status(),
                texts.open(record, work.reason()),
                decision.map(Decision::decisionReason)
                        .map(text -> texts.open(record, text))
                        .orElse(null),
                referral.sending().sentAt(),
                referral.sending().dueAt(),
                decision.map(Decision::decidedAt).orElse(null),
                referral.version());
    }
}
