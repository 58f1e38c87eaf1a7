package eu.waymark.platform.persistence.erasure;

import eu.waymark.platform.persistence.audit.AdvisoryLock;
import eu.waymark.platform.persistence.audit.AuditedWork;
import eu.waymark.platform.persistence.audit.Trail;
import eu.waymark.platform.persistence.erasure.Erasures.Pending;
import eu.waymark.platform.persistence.fact.InternalHttp;
import eu.waymark.platform.web.problem.Faults;
import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import org.jboss.logging.Logger;

/**
 * Erases what this service holds about person records that are to be erased, each as soon as nothing goes on about it,
 * and tells identity. Each step is repeated until it is done, so a crash between two costs time only.
 */
@Singleton
public class ErasingPersons {

    private static final Logger LOG = Logger.getLogger(ErasingPersons.class);
    private static final long LOCK = 0x57_41_59_45L;
    private static final int TAKEN = 204;

    private final AgroalDataSource locks;
    private final Erasures erasures;
    private final Instance<Holdings> holdings;
    private final AuditedWork audited;
    private final InternalHttp http;

    ErasingPersons(
            @DataSource("relay") AgroalDataSource locks,
            Erasures erasures,
            Instance<Holdings> holdings,
            AuditedWork audited,
            InternalHttp http) {
        this.locks = locks;
        this.erasures = erasures;
        this.holdings = holdings;
        this.audited = audited;
        this.http = http;
    }

    /** One turn over all that is pending. Of several replicas one takes it. */
    @Scheduled(
            every = "{waymark.erasure.interval}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP,
            skipExecutionIf = Scheduled.ApplicationNotRunning.class)
    public void run() {
        if (holdings.isUnsatisfied()) {
            return;
        }
        try (var connection = locks.getConnection()) {
            AdvisoryLock.whileHeld(connection, LOCK, () -> erasures.pending().forEach(this::attempt));
        } catch (SQLException failed) {
            LOG.warnf("Erasures wait: %s", Faults.describe(failed));
        }
    }

    private void attempt(Pending erasure) {
        try {
            advance(erasure);
        } catch (RuntimeException failed) {
            LOG.warnf("Erasure %s waits: %s", erasure.erasureId(), Faults.describe(failed));
        }
    }

    private void advance(Pending erasure) {
        var record = erasure.recordId();
        if (!erasure.isErased()) {
            if (erasures.isActive(record) || erasures.areFactsWaiting(record)) {
                return;
            }
            audited.runAsSystem(holdings.get().erased(), trail -> erase(erasure, trail));
        }
        if (erasures.areDetailsGone(record) && confirm(erasure)) {
            erasures.finish(record);
        }
    }

    private boolean erase(Pending erasure, Trail trail) {
        trail.resource(erasure.erasureId().toString());
        erasures.erase(erasure.recordId()).ifPresent(trail::about);
        return true;
    }

    private boolean confirm(Pending erasure) {
        var status = http.post("identity", "/internal/v1/erasures/" + erasure.erasureId() + "/confirmations", "{}")
                .status();
        if (status != TAKEN) {
            LOG.warnf("Identity did not take the confirmation of erasure %s (status %d)", erasure.erasureId(), status);
        }
        return status == TAKEN;
    }
}
