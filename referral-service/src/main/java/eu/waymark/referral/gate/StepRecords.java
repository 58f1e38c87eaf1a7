package eu.waymark.referral.gate;

import eu.waymark.platform.web.caller.Caller;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What was recorded of steps. Reads nothing outside audited work. */
@ApplicationScoped
class StepRecords implements PanacheRepositoryBase<StepRecord, UUID> {

    // Two people may record one step at once: one record stands, and the other is told.
    private static final String INSERT = """
            insert into step_record (id, reference, code, state, reason, recorded_by, recorded_at)
            values (:id, :reference, :code, :state, cast(:reason as bytea), :by, :at) on conflict do nothing""";

    private final Clock clock;

    StepRecords(Clock clock) {
        this.clock = clock;
    }

    List<StepRecord> of(UUID reference) {
        return list("reference", reference);
    }

    /** @return false where the step was recorded before */
    boolean keep(UUID reference, String code, String state, byte @Nullable [] reason, Caller by) {
        return getEntityManager()
                        .createNativeQuery(INSERT)
                        .setParameter("id", UUID.randomUUID())
                        .setParameter("reference", reference)
                        .setParameter("code", code)
                        .setParameter("state", state)
                        .setParameter("reason", reason)
                        .setParameter("by", by.subject())
                        .setParameter("at", clock.instant().atOffset(ZoneOffset.UTC))
                        .executeUpdate()
                == 1;
    }
}
