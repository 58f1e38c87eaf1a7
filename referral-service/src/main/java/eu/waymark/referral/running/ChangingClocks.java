package eu.waymark.referral.running;

import eu.waymark.access.Action;
import eu.waymark.platform.persistence.audit.AuditEventType;
import eu.waymark.platform.persistence.audit.AuditedWork;
import eu.waymark.platform.persistence.audit.Trail;
import eu.waymark.platform.web.caller.CurrentCaller;
import eu.waymark.platform.web.http.Versions;
import eu.waymark.platform.web.problem.CommonProblem;
import eu.waymark.platform.web.problem.ProblemException;
import eu.waymark.referral.ReferralEvent;
import eu.waymark.referral.ReferralProblem;
import eu.waymark.referral.access.Permits;
import eu.waymark.referral.clock.Clocks;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** Stops the clock of the agency's own work, lets it go on, or gives another time: each for a reason that its rule allows. */
@ApplicationScoped
class ChangingClocks {

    /** Whoever may do the work may say what happens to its clock. */
    private static final Action[] DOING_WORK = {
        Action.DECIDE_REFERRAL,
        Action.WORK_REFERRAL,
        Action.ANSWER_INFORMATION,
        Action.WRITE_ASSESSMENT,
        Action.DECIDE_TRAFFICKING,
        Action.WORK_MISSING
    };

    private final AuditedWork audited;
    private final Permits permits;
    private final CurrentCaller caller;
    private final OwnClocks own;
    private final RunningClocks running;

    ChangingClocks(AuditedWork audited, Permits permits, CurrentCaller caller, OwnClocks own, RunningClocks running) {
        this.audited = audited;
        this.permits = permits;
        this.caller = caller;
        this.own = own;
        this.running = running;
    }

    ClockView pause(UUID id, @Nullable String ifMatch, String reason) {
        return change(ReferralEvent.CLOCK_PAUSED, id, ifMatch, (clock, trail) -> {
            if (clock.isPaused()) {
                throw ReferralProblem.CLOCK_NOT_RUNNING.because("It stands still already.");
            }
            var at = own.now();
            requireAllowed(
                    reason,
                    own.reckon(clock, clock.rule(), clock.stops())
                            .rule()
                            .handling()
                            .pauses());
            trail.note("reason", reason);
            requireUnchanged(running.pause(clock, reason, caller.get().subject(), at));
        });
    }

    ClockView resume(UUID id, @Nullable String ifMatch) {
        return change(ReferralEvent.CLOCK_RESUMED, id, ifMatch, (clock, trail) -> {
            if (!clock.isPaused()) {
                throw ReferralProblem.CLOCK_NOT_PAUSED.because("It runs already.");
            }
            var at = own.now();
            var due = Clocks.due(own.reckon(clock, clock.rule(), clock.pausesUntil(at)), clock.rulesVersion());
            requireUnchanged(running.run(clock, due, true));
            running.endPause(clock, caller.get().subject(), at);
        });
    }

    ClockView except(UUID id, @Nullable String ifMatch, String reason) {
        return change(ReferralEvent.CLOCK_EXCEPTED, id, ifMatch, (clock, trail) -> {
            var at = own.now();
            var pauses = clock.pausesUntil(at);
            var exceptions =
                    own.reckon(clock, clock.rule(), pauses).rule().handling().exceptions();
            requireAllowed(reason, exceptions.keySet());
            var rule = exceptions.getOrDefault(reason, clock.rule());
            trail.note("reason", reason);
            trail.note("rule", rule);
            var due = Clocks.due(own.reckon(clock, rule, pauses), clock.rulesVersion());
            requireUnchanged(running.run(clock, due, false));
            running.except(clock, reason, rule, caller.get().subject(), at);
        });
    }

    private ClockView change(
            AuditEventType event, UUID id, @Nullable String ifMatch, BiConsumer<RunningClock, Trail> change) {
        return audited.run(event, trail -> {
            permits.requireAny(DOING_WORK);
            var clock = own.find(id, trail);
            Versions.require(ifMatch, clock.version());
            if (!clock.isOpen()) {
                throw ReferralProblem.CLOCK_NOT_RUNNING.because("The work is done.");
            }
            change.accept(clock, trail);
            return own.view(own.find(clock.item(), trail));
        });
    }

    private static void requireAllowed(String reason, Collection<String> allowed) {
        if (!allowed.contains(reason)) {
            throw ReferralProblem.REASON_NOT_ALLOWED
                    .because(
                            allowed.isEmpty()
                                    ? "The rule allows none."
                                    : "The rule allows: "
                                            + String.join(
                                                    ", ",
                                                    allowed.stream().sorted().toList()) + ".")
                    .at("reason", "is not allowed by the rule");
        }
    }

    private static void requireUnchanged(boolean unchanged) {
        if (!unchanged) {
            throw stale();
        }
    }

    private static ProblemException stale() {
        return CommonProblem.STALE.because("The work has changed meanwhile. Read it again.");
    }
}
