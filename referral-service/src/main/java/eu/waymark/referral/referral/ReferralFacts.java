package eu.waymark.referral.referral;

import eu.waymark.platform.persistence.fact.FactOutbox;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** What the register is told of referrals, so that it can notify the agencies and know who works with a child. */
@ApplicationScoped
class ReferralFacts {

    private final FactOutbox outbox;

    ReferralFacts(FactOutbox outbox) {
        this.outbox = outbox;
    }

    void sent(Referral referral) {
        var parties = referral.parties();
        notify(referral, "referral-received", parties.toAgency(), parties.fromAgency());
    }

    void revoked(Referral referral) {
        var parties = referral.parties();
        notify(referral, "referral-revoked", parties.toAgency(), parties.fromAgency());
    }

    void decided(Referral referral) {
        var parties = referral.parties();
        notify(referral, "referral-" + referral.status().code(), parties.fromAgency(), parties.toAgency());
        if (referral.status() == ReferralStatus.ACCEPTED) {
            var record = referral.work().personRecordId();
            outbox.emit(
                    "relation.begun", record, new RelationBegun(record, parties.toAgency(), "referral", referral.id()));
        }
    }

    private void notify(Referral referral, String kind, String agency, String by) {
        outbox.emit(
                "notification.requested",
                referral.id(),
                new NotificationRequested(
                        agency, kind, referral.id(), by, referral.work().personRecordId()));
    }

    record NotificationRequested(String agency, String kind, UUID reference, String fromAgency, UUID recordId) {}

    record RelationBegun(UUID recordId, String agency, String kind, UUID referral) {}
}
