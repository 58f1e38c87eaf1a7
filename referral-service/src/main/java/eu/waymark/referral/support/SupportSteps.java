package eu.waymark.referral.support;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** How the packages of children stand. Only within audited work. */
@ApplicationScoped
class SupportSteps implements PanacheRepositoryBase<SupportStep, UUID> {

    /** The latest of each item that anything was said of. */
    Map<String, SupportStep> latest(UUID record) {
        var latest = new HashMap<String, SupportStep>();
        list("personRecordId = ?1 order by recordedAt, id", record).forEach(step -> latest.put(step.item, step));
        return latest;
    }
}
