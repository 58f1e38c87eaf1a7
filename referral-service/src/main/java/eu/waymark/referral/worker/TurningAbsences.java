package eu.waymark.referral.worker;

import eu.waymark.platform.persistence.audit.Trail;
import eu.waymark.platform.persistence.job.DueWork;
import eu.waymark.platform.persistence.query.Column;
import eu.waymark.referral.ReferralEvent;
import eu.waymark.referral.work.WorkHolders;
import io.quarkus.scheduler.Scheduled;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.util.List;
import java.util.UUID;

/** Begins and ends absences when their day has come; of several replicas one does, since it locks the absence. */
@Singleton
class TurningAbsences {

    private static final int MOST = 500;

    private final EntityManager entities;
    private final Absences absences;
    private final WorkHolders holders;
    private final DueWork due;
    private final Clock clock;

    TurningAbsences(EntityManager entities, Absences absences, WorkHolders holders, DueWork due, Clock clock) {
        this.entities = entities;
        this.absences = absences;
        this.holders = holders;
        this.due = due;
        this.clock = clock;
    }

    @Scheduled(
            every = "{waymark.work.absences-turned}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP,
            skipExecutionIf = Scheduled.ApplicationNotRunning.class)
    void run() {
        due.each(this::due, ReferralEvent.ABSENCE_TURNED, this::turn);
    }

    private List<UUID> due() {
        return Column.of(entities, "select absences_to_turn(:now, :most)", UUID.class)
                .setParameter("now", clock.instant())
                .setParameter("most", MOST)
                .getResultList()
                .stream()
                .map(UUID.class::cast)
                .toList();
    }

    private boolean turn(UUID id, Trail trail) {
        trail.resource(id.toString());
        var absence = absences.findById(id, LockModeType.PESSIMISTIC_WRITE);
        var isTurned = absence.turn(clock.instant());
        if (isTurned) {
            absences.flush();
            trail.returned(holders.recompute(absence.worker).size());
        }
        return isTurned;
    }
}
