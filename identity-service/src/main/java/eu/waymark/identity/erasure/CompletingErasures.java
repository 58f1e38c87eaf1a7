package eu.waymark.identity.erasure;

import eu.waymark.identity.IdentityEvent;
import eu.waymark.identity.link.Linking;
import eu.waymark.platform.persistence.audit.AdvisoryLock;
import eu.waymark.platform.persistence.audit.AuditedWork;
import eu.waymark.platform.persistence.audit.Trail;
import eu.waymark.platform.persistence.erasure.Erasures;
import eu.waymark.platform.web.problem.Faults;
import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jboss.logging.Logger;

/**
 * Carries erasures to their end when every service has confirmed: destroys the record, tells the log, and sees that it is
 * told. One step in each turn, each in one transaction, so a crash between two costs time only.
 */
@ApplicationScoped
class CompletingErasures {

    private static final Logger LOG = Logger.getLogger(CompletingErasures.class);
    private static final long LOCK = 0x57_41_59_49L;

    private final AgroalDataSource locks;
    private final AgroalDataSource database;
    private final ErasureServices services;
    private final PersonErasures erasures;
    private final Erasures tombstones;
    private final Linking linking;
    private final AuditedWork work;
    private final Clock clock;

    CompletingErasures(
            @DataSource("relay") AgroalDataSource locks,
            AgroalDataSource database,
            ErasureServices services,
            PersonErasures erasures,
            Erasures tombstones,
            Linking linking,
            AuditedWork work,
            Clock clock) {
        this.locks = locks;
        this.database = database;
        this.services = services;
        this.erasures = erasures;
        this.tombstones = tombstones;
        this.linking = linking;
        this.work = work;
        this.clock = clock;
    }

    private record Due(UUID id, UUID person, ErasureStatus status) {}

    @Scheduled(
            every = "{waymark.erasure.interval}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP,
            skipExecutionIf = Scheduled.ApplicationNotRunning.class)
    void run() {
        try (var connection = locks.getConnection()) {
            AdvisoryLock.whileHeld(connection, LOCK, () -> due().forEach(this::attempt));
        } catch (SQLException failed) {
            LOG.warnf("Erasures wait: %s", Faults.describe(failed));
        }
    }

    private List<Due> due() throws SQLException {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement("select id, person_id, status from erasures_due(?)")) {
            select.setArray(
                    1, connection.createArrayOf("text", services.services().toArray()));
            var due = new ArrayList<Due>();
            try (var rows = select.executeQuery()) {
                while (rows.next()) {
                    due.add(new Due(
                            rows.getObject(1, UUID.class),
                            rows.getObject(2, UUID.class),
                            ErasureStatus.valueOf(rows.getString(3))));
                }
            }
            return due;
        }
    }

    private void attempt(Due due) {
        try {
            advance(due);
        } catch (RuntimeException failed) {
            LOG.warnf("Erasure %s waits: %s", due.id(), Faults.describe(failed));
        }
    }

    private void advance(Due due) {
        if (due.status() == ErasureStatus.APPROVED) {
            work.runAsSystem(IdentityEvent.PERSON_DESTROYED, trail -> destroy(due, trail));
        } else if (tombstones.areDetailsGone(due.person())) {
            if (due.status() == ErasureStatus.DESTROYED) {
                // Every other event that names the child is in the log by now: this one is the last.
                work.runAsSystem(IdentityEvent.PERSON_ERASED, trail -> announce(due, trail));
            } else {
                work.runAsSystem(IdentityEvent.ERASURE_COMPLETED, trail -> complete(due, trail));
            }
        }
    }

    private boolean destroy(Due due, Trail trail) {
        trail.resource(due.person().toString());
        linking.erasing(due.person(), () -> tombstones.erase(due.person()).ifPresent(trail::about));
        erasure(due).become(ErasureStatus.DESTROYED);
        return true;
    }

    private boolean announce(Due due, Trail trail) {
        trail.resource(due.id().toString());
        tombstones.tag(due.person()).ifPresent(trail::about);
        erasure(due).become(ErasureStatus.ANNOUNCED);
        return true;
    }

    private boolean complete(Due due, Trail trail) {
        trail.resource(due.id().toString());
        erasure(due).complete(clock.instant().truncatedTo(ChronoUnit.MICROS));
        tombstones.finish(due.person());
        return true;
    }

    private Erasure erasure(Due due) {
        return erasures.findByIdOptional(due.id()).orElseThrow();
    }
}
