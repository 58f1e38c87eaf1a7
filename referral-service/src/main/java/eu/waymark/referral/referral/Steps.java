package eu.waymark.referral.referral;

import eu.waymark.platform.web.caller.Caller;
import eu.waymark.referral.person.ChildTexts;
import eu.waymark.referral.referral.Step.Said;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What was done with referrals, in order. */
@ApplicationScoped
class Steps implements PanacheRepositoryBase<Step, UUID> {

    private final ChildTexts texts;

    Steps(ChildTexts texts) {
        this.texts = texts;
    }

    /** Writes down what was done to the referral as it stands now. */
    void add(Referral referral, Move move, Caller by, Instant at, Said said) {
        var record = referral.work().personRecordId();
        var step = new Step();
        step.id = UUID.randomUUID();
        step.referralId = referral.id();
        step.seq = referral.version();
        step.move = move;
        step.agency = by.agency();
        step.doneBy = by.subject();
        step.worker = texts.seal(record, by.name());
        step.doneAt = at;
        step.code = said.code();
        step.note = said.note() == null ? null : texts.seal(record, said.note());
        step.toAgency = said.toAgency();
        persist(step);
    }

    List<Step> of(UUID referral) {
        return list("referralId = ?1 order by seq", referral);
    }

    /** The last one that led to another state. */
    Optional<Step> lastMove(UUID referral) {
        return of(referral).stream().filter(step -> step.move.changesState()).reduce((earlier, later) -> later);
    }

    /** How an agency that had the referral handed it on. */
    Optional<Step> forwardedBy(UUID referral, String agency) {
        return find("referralId = ?1 and agency = ?2 and move = ?3 order by seq desc", referral, agency, Move.FORWARD)
                .firstResultOptional();
    }
}
