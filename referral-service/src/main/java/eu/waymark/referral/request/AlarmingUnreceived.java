package eu.waymark.referral.request;

import eu.waymark.platform.persistence.audit.Trail;
import eu.waymark.platform.persistence.job.DueWork;
import eu.waymark.platform.persistence.query.Column;
import eu.waymark.referral.ReferralEvent;
import eu.waymark.referral.clock.Clocks;
import eu.waymark.referral.clock.Duty;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.jboss.logging.Logger;

/** Alarms the sender of a request that nobody has received: its telling was refused for good, or 48 hours are over. */
@ApplicationScoped
class AlarmingUnreceived {

    private static final Logger LOG = Logger.getLogger(AlarmingUnreceived.class);
    private static final int MOST = 500;
    private static final String FOUND = "select unreceived_requests(:most, cast(:before as timestamptz))";

    private final DueWork due;
    private final EntityManager entities;
    private final Requests requests;
    private final KnownRequests known;
    private final RequestWork work;
    private final Clocks clocks;
    private final Clock clock;
    private final Counter alarms;

    AlarmingUnreceived(
            DueWork due,
            EntityManager entities,
            Requests requests,
            KnownRequests known,
            RequestWork work,
            Clocks clocks,
            Clock clock,
            MeterRegistry metrics) {
        this.due = due;
        this.entities = entities;
        this.requests = requests;
        this.known = known;
        this.work = work;
        this.clocks = clocks;
        this.clock = clock;
        this.alarms = Counter.builder("waymark.requests.unreceived")
                .description("Requests for information whose sender was alarmed that nobody has received them")
                .register(metrics);
    }

    @Scheduled(
            every = "{waymark.requests.interval}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP,
            skipExecutionIf = Scheduled.ApplicationNotRunning.class)
    void run() {
        due.each(this::found, ReferralEvent.INFORMATION_UNRECEIVED, this::alarm);
    }

    private List<UUID> found() {
        var before = clock.instant().minus(DeliveryState.PATIENCE).atOffset(ZoneOffset.UTC);
        return Column.of(entities, FOUND, UUID.class)
                .setParameter("most", MOST)
                .setParameter("before", before.toString())
                .getResultList();
    }

    private boolean alarm(UUID id, Trail trail) {
        trail.resource(id.toString());
        var request = requests.findById(id, LockModeType.PESSIMISTIC_WRITE);
        if (request == null || request.status != RequestStatus.SENT || request.alarmedAt != null) {
            return false;
        }
        known.name(request, trail);
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        request.alarmedAt = now;
        work.unreceived(request, now, clocks.due(Duty.CALL, request.fromAgency, request.fromCountry, now));
        alarms.increment();
        LOG.errorf("Nobody has received request %s; its sender has to call the desk", id);
        return true;
    }
}
