package eu.waymark.referral.referral;

import eu.waymark.platform.persistence.audit.AuditedWork;
import eu.waymark.platform.web.caller.CurrentCaller;
import eu.waymark.platform.web.http.Versions;
import eu.waymark.platform.web.problem.ProblemException;
import eu.waymark.referral.ReferralProblem;
import eu.waymark.referral.access.Permits;
import eu.waymark.referral.referral.Step.Said;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What all moves have in common: who may, whether it can still be done, which version was seen; then the change, the step
 * on record, the work that follows from it and who is told. One transaction, and one at a time for each referral.
 */
@ApplicationScoped
class MakingMove {

    private final Permits permits;
    private final AuditedWork audited;
    private final CurrentCaller caller;
    private final KnownReferrals known;
    private final Referrals referrals;
    private final Steps steps;
    private final Consequences consequences;
    private final ReferralViews views;
    private final Clock clock;

    MakingMove(
            Permits permits,
            AuditedWork audited,
            CurrentCaller caller,
            KnownReferrals known,
            Referrals referrals,
            Steps steps,
            Consequences consequences,
            ReferralViews views,
            Clock clock) {
        this.permits = permits;
        this.audited = audited;
        this.caller = caller;
        this.known = known;
        this.referrals = referrals;
        this.steps = steps;
        this.consequences = consequences;
        this.views = views;
        this.clock = clock;
    }

    /**
     * Makes a move on the version that the caller has seen.
     *
     * @param change what this move changes besides the state, and what is said with it
     * @throws ProblemException 409 naming who did what when, where it can no longer be done; 412 for an older version
     */
    ReferralView make(Move move, UUID id, @Nullable String ifMatch, Function<Moving, Said> change) {
        return make(move, id, (referral, by) -> Versions.require(ifMatch, referral.version()), change);
    }

    /** The same with a check of its own of what the caller has seen. */
    ReferralView make(Move move, UUID id, SeenCheck seen, Function<Moving, Said> change) {
        return audited.run(move.event, trail -> {
            permits.requireAny(move.action());
            var by = caller.get();
            var referral = known.findForChange(id, by, trail);
            move.side.require(referral, by.agency());
            // Before the version: whoever lost a race is told what happened, not only that something did.
            var next = move.next(referral.status()).orElseThrow(() -> tooLate(referral, move));
            seen.require(referral, by.agency());
            var at = clock.instant().truncatedTo(ChronoUnit.MICROS);
            var moving = new Moving(referral, move, by, at, trail);
            var said = change.apply(moving);
            referral.become(next, at);
            referrals.flush();
            steps.add(referral, move, by, at, said);
            consequences.of(moving, said);
            return views.of(referral, by.agency());
        });
    }

    /** Whether the caller has seen what it changes. */
    interface SeenCheck {

        /** @throws ProblemException where it has not */
        void require(Referral referral, String agency);
    }

    private ProblemException tooLate(Referral referral, Move move) {
        var why = steps.lastMove(referral.id()).map(Step::told).orElse("nothing was done with it yet");
        return ReferralProblem.ILLEGAL_TRANSITION.because("A referral that is %s cannot be %s: %s."
                .formatted(referral.status().code(), move.done(), why));
    }
}
