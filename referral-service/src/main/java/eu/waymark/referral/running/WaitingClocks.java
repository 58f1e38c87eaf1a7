package eu.waymark.referral.running;

import eu.waymark.referral.agency.Agencies;
import eu.waymark.referral.agency.Agency;
import eu.waymark.referral.clock.Clocks;
import eu.waymark.referral.clock.Due;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Clocks that stand still while work waits for somebody else, where their rule lets them. Only within audited work. */
@ApplicationScoped
public class WaitingClocks {

    private final RunningClocks running;
    private final Clocks clocks;
    private final Agencies agencies;

    /** For the other side no work of this agency is hidden: it is a referral's. */
    private static final String NOBODY = "";

    WaitingClocks(RunningClocks running, Clocks clocks, Agencies agencies) {
        this.running = running;
        this.clocks = clocks;
        this.agencies = agencies;
    }

    /**
     * Stops the clock of an agency's work.
     *
     * @param reference what the work is about
     * @param reason one of those for which rules let a clock stand still
     * @param by the subject of whoever asks somebody else
     * @return whether it stands still; it runs on where its rule does not allow that reason
     */
    public boolean stop(UUID reference, String agency, String reason, String by, Instant at) {
        var clock = running.locked(reference, agency, NOBODY).filter(RunningClock::isOpen);
        if (clock.isEmpty() || clock.get().isPaused()) {
            return clock.isPresent();
        }
        return place(agency)
                .flatMap(place -> clocks.reckon(
                        clock.get().rule(),
                        clock.get().rulesVersion(),
                        place,
                        clock.get().startedAt(),
                        clock.get().stops()))
                .filter(reckoning -> reckoning.rule().handling().pauses().contains(reason))
                .filter(reckoning -> running.pause(clock.get(), reason, by, at))
                .isPresent();
    }

    /**
     * Lets it go on with the time that was left.
     *
     * @param by the subject of whoever answered
     * @return its new end; empty where it did not stand still
     */
    public Optional<Due> goOn(UUID reference, String agency, String by, Instant at) {
        return running.locked(reference, agency, NOBODY)
                .filter(RunningClock::isOpen)
                .filter(RunningClock::isPaused)
                .flatMap(clock -> place(agency)
                        .flatMap(place -> clocks.reckon(
                                clock.rule(), clock.rulesVersion(), place, clock.startedAt(), clock.pausesUntil(at)))
                        .map(reckoning -> Clocks.due(reckoning, clock.rulesVersion()))
                        .filter(due -> running.run(clock, due, true))
                        .map(due -> {
                            running.endPause(clock, by, at);
                            return due;
                        }));
    }

    private Optional<String> place(String agency) {
        return agencies.findByIdOptional(agency).map(Agency::place);
    }
}
