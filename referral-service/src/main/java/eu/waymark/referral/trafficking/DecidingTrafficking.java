package eu.waymark.referral.trafficking;

import eu.waymark.access.Action;
import eu.waymark.platform.persistence.audit.AuditedWork;
import eu.waymark.platform.persistence.audit.Trail;
import eu.waymark.platform.web.caller.Caller;
import eu.waymark.platform.web.caller.CurrentCaller;
import eu.waymark.platform.web.http.Versions;
import eu.waymark.platform.web.problem.CommonProblem;
import eu.waymark.referral.ReferralEvent;
import eu.waymark.referral.ReferralProblem;
import eu.waymark.referral.access.Permits;
import eu.waymark.referral.gate.Gates;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Records what the competent authority decided: itself, or the agency that referred, with the source. */
@ApplicationScoped
class DecidingTrafficking {

    private final Permits permits;
    private final AuditedWork audited;
    private final CurrentCaller caller;
    private final KnownTrafficking known;
    private final TraffickingReferrals referrals;
    private final TraffickingTexts texts;
    private final TraffickingWork work;
    private final Gates gates;
    private final TraffickingViews views;
    private final Clock clock;

    DecidingTrafficking(
            Permits permits,
            AuditedWork audited,
            CurrentCaller caller,
            KnownTrafficking known,
            TraffickingReferrals referrals,
            TraffickingTexts texts,
            TraffickingWork work,
            Gates gates,
            TraffickingViews views,
            Clock clock) {
        this.permits = permits;
        this.audited = audited;
        this.caller = caller;
        this.known = known;
        this.referrals = referrals;
        this.texts = texts;
        this.work = work;
        this.gates = gates;
        this.views = views;
        this.clock = clock;
    }

    TraffickingView decide(UUID id, @Nullable String ifMatch, DecideTrafficking said) {
        return audited.run(ReferralEvent.TRAFFICKING_DECIDED, trail -> {
            permits.requireAny(Action.REFER_TRAFFICKING, Action.DECIDE_TRAFFICKING);
            var by = caller.get();
            var referral = known.toChange(id, by, trail);
            Versions.require(ifMatch, referral.version());
            referral.requireSent();
            requireRecorder(referral, said, by);
            var before = referrals.decisionsOn(referral);
            requireTime(referral, said, before);
            requireEnd(referral, said, by, trail);
            var reconsidered = referral.status().isReconsidered();
            referral.move(TraffickingStatus.after(said.stage(), said.finding()));
            var decision = new Decision(
                    new Decision.Key(id, before.size() + 1),
                    said,
                    reconsidered,
                    texts.sealText(referral, said.source()),
                    texts.sealText(referral, said.reasons()),
                    new Decision.Record(by.subject(), by.agency(), now()));
            referrals.add(decision);
            work.decided(referral, decision);
            return views.of(referral, by.agency());
        });
    }

    private static void requireRecorder(TraffickingReferral referral, DecideTrafficking said, Caller by) {
        var itself = !referral.isFrom(by.agency()) && referral.decider().equals(by.agency());
        if (!itself && !referral.isFrom(by.agency())) {
            throw ReferralProblem.NOT_THE_REFERRER.because(
                    "The competent authority records its decision, or the agency that referred does.");
        }
        if (!itself && said.source() == null) {
            throw CommonProblem.INVALID_FIELDS
                    .because("Correct the fields listed under 'errors'.")
                    .at("source", "say where you have the decision from");
        }
    }

    /** What ends the work of the agency that referred; it holds up nothing that the authority itself records. */
    private void requireEnd(TraffickingReferral referral, DecideTrafficking said, Caller by, Trail trail) {
        if (said.stage() != Stage.CONCLUSIVE_GROUNDS || !referral.isFrom(by.agency())) {
            return;
        }
        if (said.learned() == null) {
            throw CommonProblem.INVALID_FIELDS
                    .because("Correct the fields listed under 'errors'.")
                    .at("learned", "say whether a lesson was proposed");
        }
        gates.requireClosed(referral.id(), eu.waymark.referral.gate.Stage.CLOSE);
        said.learned().noteOn(trail);
    }

    private void requireTime(TraffickingReferral referral, DecideTrafficking said, List<Decision> before) {
        var sent = referral.sentAt();
        if (said.decidedAt().isAfter(now()) || sent != null && said.decidedAt().isBefore(sent)) {
            throw CommonProblem.INVALID_FIELDS
                    .because("Correct the fields listed under 'errors'.")
                    .at("decidedAt", "lies between the sending and now");
        }
        if (said.stage() == Stage.CONCLUSIVE_GROUNDS) {
            before.stream()
                    .filter(one -> one.stage() == Stage.REASONABLE_GROUNDS && one.outcome() == Finding.POSITIVE)
                    .reduce((earlier, later) -> later)
                    .ifPresent(found -> requireNotBefore(
                            work.conclusiveGrounds(referral, found.decidedAt()).at(), said.decidedAt()));
        }
    }

    private static void requireNotBefore(Instant earliest, Instant decidedAt) {
        if (decidedAt.isBefore(earliest)) {
            throw ReferralProblem.TOO_EARLY
                    .because("The time to recover and to think runs until then: no conclusive decision before.")
                    .at("decidedAt", "is not before " + earliest);
        }
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
