package eu.waymark.referral.trafficking;

import eu.waymark.referral.clock.Clocks;
import eu.waymark.referral.clock.Due;
import eu.waymark.referral.clock.Duty;
import eu.waymark.referral.gate.GatedWork;
import eu.waymark.referral.gate.Gates;
import eu.waymark.referral.told.ToldRegister;
import eu.waymark.referral.work.NewWork;
import eu.waymark.referral.work.WorkItems;
import eu.waymark.referral.work.WorkKind;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What agencies have to do about a trafficking referral, by when, and what they are told. */
@ApplicationScoped
class TraffickingWork {

    private final WorkItems items;
    private final Clocks clocks;
    private final ToldRegister told;
    private final Gates gates;

    TraffickingWork(WorkItems items, Clocks clocks, ToldRegister told, Gates gates) {
        this.items = items;
        this.clocks = clocks;
        this.told = told;
        this.gates = gates;
    }

    /** Five working days in the United Kingdom, where possible. */
    Due reasonableGrounds(TraffickingReferral referral, Instant sent) {
        return clocks.due(Duty.REASONABLE_GROUNDS, referral.fromAgency(), referral.fromCountry(), sent);
    }

    /** Thirty calendar days in the United Kingdom: not before. */
    Due conclusiveGrounds(TraffickingReferral referral, Instant reasonableGroundsFound) {
        return clocks.due(
                Duty.CONCLUSIVE_GROUNDS, referral.fromAgency(), referral.fromCountry(), reasonableGroundsFound);
    }

    void sent(TraffickingReferral referral, String localAuthority, Instant at) {
        gates.begin(
                GatedWork.TRAFFICKING_REFERRAL,
                referral.id(),
                referral.personRecordId(),
                referral.fromAgency(),
                referral.fromCountry());
        open(
                WorkKind.TRAFFICKING_REASONABLE_GROUNDS,
                referral,
                referral.decider(),
                at,
                reasonableGrounds(referral, at));
        open(WorkKind.TRAFFICKING_RECEPTION, referral, localAuthority, at, null);
        if (!referral.isAgeDoubtTold() && referral.isRecordKnown()) {
            open(WorkKind.AGE_DOUBT_RAISING, referral, referral.fromAgency(), at, null);
        }
        tell(referral, "trafficking-referral-received", localAuthority, referral.fromAgency());
        if (!referral.isFrom(referral.decider())) {
            tell(referral, "trafficking-referral-received", referral.decider(), referral.fromAgency());
        }
    }

    void received(TraffickingReferral referral, String by) {
        items.close(WorkKind.TRAFFICKING_RECEPTION, referral.id(), "received");
        if (!referral.isFrom(by)) {
            tell(referral, "trafficking-referral-taken", referral.fromAgency(), by);
            if (referral.isRecordKnown()) {
                told.relationBegun(referral.personRecordId(), by, "referral", referral.id());
            }
        }
    }

    /** What is open goes on under the record that the local authority made, and goes with it. */
    void personRecorded(TraffickingReferral referral, String localAuthority, List<Decision> decisions, Instant now) {
        items.closeAll(referral.id(), "person-recorded");
        // Hibernate would insert first, and of one kind only one may be open.
        items.flush();
        if (referral.status() == TraffickingStatus.SENT) {
            var sent = Objects.requireNonNull(referral.sentAt());
            open(
                    WorkKind.TRAFFICKING_REASONABLE_GROUNDS,
                    referral,
                    referral.decider(),
                    sent,
                    reasonableGrounds(referral, sent));
        }
        if (referral.status() == TraffickingStatus.GROUNDS_FOUND) {
            var found = decisions.getLast().decidedAt();
            awaitConclusion(referral, found);
        }
        if (!referral.isAgeDoubtTold()) {
            open(WorkKind.AGE_DOUBT_RAISING, referral, localAuthority, now, null);
        }
    }

    void ageDoubtRaised(TraffickingReferral referral) {
        items.close(WorkKind.AGE_DOUBT_RAISING, referral.id(), "raised");
    }

    void decided(TraffickingReferral referral, Decision decision) {
        var kind = decision.stage() == Stage.REASONABLE_GROUNDS
                ? WorkKind.TRAFFICKING_REASONABLE_GROUNDS
                : WorkKind.TRAFFICKING_CONCLUSIVE_GROUNDS;
        items.close(kind, referral.id(), decision.outcome() == Finding.POSITIVE ? "positive" : "negative");
        if (referral.status() == TraffickingStatus.GROUNDS_FOUND) {
            awaitConclusion(referral, decision.decidedAt());
        }
        var local = referral.localAuthority();
        if (local != null && !local.equals(decision.recordedAgency())) {
            tell(referral, "trafficking-decided", local, decision.recordedAgency());
        }
        if (!referral.isFrom(decision.recordedAgency()) && !referral.isFrom(local == null ? "" : local)) {
            tell(referral, "trafficking-decided", referral.fromAgency(), decision.recordedAgency());
        }
    }

    /** Something to do from a day on, and not by it: nobody is reminded that it is late. */
    private void awaitConclusion(TraffickingReferral referral, Instant found) {
        var from = conclusiveGrounds(referral, found).at();
        open(WorkKind.TRAFFICKING_CONCLUSIVE_GROUNDS, referral, referral.decider(), from, null);
    }

    private void tell(TraffickingReferral referral, String kind, String agency, String by) {
        told.tell(agency, kind, referral.id(), by, referral.holdingRecord());
    }

    private void open(WorkKind kind, TraffickingReferral referral, String agency, Instant from, @Nullable Due due) {
        items.open(new NewWork(kind, referral.id(), referral.holdingRecord(), agency, from, due));
    }
}
