package eu.waymark.referral.running;

import eu.waymark.clocks.Pause;
import eu.waymark.clocks.Reckoning;
import eu.waymark.platform.persistence.audit.PersonTags;
import eu.waymark.platform.persistence.audit.Trail;
import eu.waymark.platform.web.caller.CurrentCaller;
import eu.waymark.platform.web.problem.CommonProblem;
import eu.waymark.referral.agency.Agencies;
import eu.waymark.referral.agency.Agency;
import eu.waymark.referral.clock.Clocks;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;

/** The clocks of the work of the caller's agency; for anyone else they do not exist. */
@ApplicationScoped
class OwnClocks {

    private final RunningClocks running;
    private final Clocks clocks;
    private final Agencies agencies;
    private final PersonTags tags;
    private final CurrentCaller caller;
    private final Clock clock;

    OwnClocks(
            RunningClocks running,
            Clocks clocks,
            Agencies agencies,
            PersonTags tags,
            CurrentCaller caller,
            Clock clock) {
        this.running = running;
        this.clocks = clocks;
        this.agencies = agencies;
        this.tags = tags;
        this.caller = caller;
        this.clock = clock;
    }

    /** @throws eu.waymark.platform.web.problem.ProblemException 404, the same for an unknown one, a foreign one, and one that the caller is kept from */
    RunningClock find(UUID id, Trail trail) {
        trail.resource(id.toString());
        var by = caller.get();
        var found = running.find(id, by.agency(), by.subject())
                .orElseThrow(() -> CommonProblem.NOT_FOUND.because("Your agency has no such work with a clock."));
        tags.find(found.personRecordId()).ifPresent(trail::about);
        return found;
    }

    /** By a rule of the document that gave its due date. */
    Reckoning reckon(RunningClock of, String rule, List<Pause> pauses) {
        return clocks.reckon(rule, of.rulesVersion(), place(of), of.startedAt(), pauses)
                .orElseThrow(
                        () -> CommonProblem.NOT_FOUND.because("This due date does not come from a rule of clocks."));
    }

    ClockView view(RunningClock of) {
        return ClockView.of(
                reckon(of, of.rule(), of.pausesUntil(of.closedAt() == null ? now() : of.closedAt())),
                of.rulesVersion(),
                clocks.nation(place(of)),
                new ClockView.Work(of.item(), of.kind(), of.isPaused(), of.closedAt(), of.exceptions(), of.version()));
    }

    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private String place(RunningClock of) {
        return agencies.findByIdOptional(of.agency()).map(Agency::place).orElseGet(() -> caller.get()
                .country());
    }
}
