package eu.waymark.identity.record;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** What stood in person records before. Every use belongs inside audited work. */
@ApplicationScoped
class PersonVersions implements PanacheRepositoryBase<PersonVersion, PersonVersion.Key> {

    /** Newest first. */
    List<PersonVersion> of(UUID record) {
        return list("personId = ?1 order by version desc", record);
    }
}
