package eu.waymark.referral.referral;

import eu.waymark.referral.told.ToldRegister;
import jakarta.enterprise.context.ApplicationScoped;

/** What the register is told of referrals, so that it can notify the agencies and know who works with a child. */
@ApplicationScoped
class ReferralFacts {

    private final ToldRegister register;

    ReferralFacts(ToldRegister register) {
        this.register = register;
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
            register.relationBegun(referral.work().personRecordId(), parties.toAgency(), "referral", referral.id());
        }
    }

    private void notify(Referral referral, String kind, String agency, String by) {
        register.tell(agency, kind, referral.id(), by, referral.work().personRecordId());
    }
}
