package eu.waymark.referral.worklist;

import eu.waymark.access.Action;
import eu.waymark.platform.persistence.audit.AuditedWork;
import eu.waymark.platform.web.caller.CurrentAccess;
import eu.waymark.platform.web.caller.CurrentCaller;
import eu.waymark.platform.web.paging.Page;
import eu.waymark.platform.web.problem.CommonProblem;
import eu.waymark.referral.ReferralEvent;
import eu.waymark.referral.access.Permits;
import eu.waymark.referral.worklist.OverdueAt.OfCountry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What is late, for those who answer for it and are not the ones who do it. Nothing here is about a child. */
@ApplicationScoped
class Overseeing {

    /** So long a partner can be away before somebody has to see to it (domain, S9). */
    private static final Duration LONGEST_AWAY = Duration.ofHours(48);

    private static final int MOST = 200;

    private final Permits permits;
    private final AuditedWork audited;
    private final CurrentCaller caller;
    private final CurrentAccess access;
    private final EntityManager entities;
    private final Clock clock;

    Overseeing(
            Permits permits,
            AuditedWork audited,
            CurrentCaller caller,
            CurrentAccess access,
            EntityManager entities,
            Clock clock) {
        this.permits = permits;
        this.audited = audited;
        this.caller = caller;
        this.access = access;
        this.entities = entities;
        this.clock = clock;
    }

    /** An agency's own, and for operators everybody's. */
    Page<Undelivered> undelivered() {
        return audited.run(ReferralEvent.UNDELIVERED_READ, trail -> {
            var by = caller.get();
            var isOperator = by.has("operator");
            permits.requireAny(isOperator ? Action.READ_HEALTH : Action.WORK_REFERRAL);
            var rows = undelivered(isOperator ? null : by.agency());
            trail.returned(rows.size());
            return new Page<>(rows, null);
        });
    }

    OfCountry overdue() {
        return audited.run(ReferralEvent.OVERDUE_INSPECTED, trail -> {
            var by = caller.get();
            permits.requireAny(Action.READ_STATISTICS);
            if (!by.agencyType().equals("inspectorate")
                    || !"INSPECTION".equals(access.get().purpose())) {
                throw CommonProblem.FORBIDDEN.because("For inspectorates, with the purpose of use INSPECTION.");
            }
            var now = clock.instant();
            var query = entities.createNativeQuery(
                            "select * from overdue_work(:country, :now) order by overdue desc, agency", Tuple.class)
                    .setParameter("country", by.country())
                    .setParameter("now", now);
            Stream<?> rows = query.getResultStream();
            var agencies = rows.map(Tuple.class::cast).map(OverdueAt::of).toList();
            trail.returned(agencies.size());
            return new OfCountry(now, by.country(), agencies);
        });
    }

    private List<Undelivered> undelivered(@Nullable String agency) {
        var query = entities.createNativeQuery(
                        "select * from undelivered_facts(:before, cast(:agency as text), :most)", Tuple.class)
                .setParameter("before", clock.instant().minus(LONGEST_AWAY))
                .setParameter("agency", agency)
                .setParameter("most", MOST);
        Stream<?> rows = query.getResultStream();
        return rows.map(Tuple.class::cast).map(Undelivered::of).toList();
    }
}
