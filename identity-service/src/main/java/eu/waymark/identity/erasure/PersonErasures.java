package eu.waymark.identity.erasure;

import eu.waymark.identity.record.PersonRecord;
import eu.waymark.identity.record.PersonRecords;
import eu.waymark.platform.persistence.audit.Trail;
import eu.waymark.platform.web.problem.CommonProblem;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** All erasures, each visible to the agency of its record. Every use belongs inside audited work. */
@ApplicationScoped
class PersonErasures implements PanacheRepositoryBase<Erasure, UUID> {

    private final PersonRecords records;

    PersonErasures(PersonRecords records) {
        this.records = records;
    }

    /**
     * The newest erasure of an agency's own record.
     *
     * @throws eu.waymark.platform.web.problem.ProblemException 404 where there is none, and for another agency's alike
     */
    Erasure of(UUID person, String agency, Trail trail) {
        trail.resource(person.toString());
        var erasure = find("personId = ?1 and agency = ?2 order by proposedAt desc, id", person, agency)
                .firstResultOptional()
                .orElseThrow(() -> CommonProblem.NOT_FOUND.because(
                        "There is no erasure of this record, or none that you may know of."));
        // Once it is destroyed it has no name on the trail any more.
        records.findByIdOptional(person).map(PersonRecord::tag).ifPresent(trail::about);
        return erasure;
    }

    boolean isUnderWay(UUID person) {
        return count("personId = ?1 and status <> ?2", person, ErasureStatus.WITHDRAWN) > 0;
    }

    /** @return whether it is the service's first word; repeated, it changes nothing */
    boolean confirm(UUID erasure, String service) {
        return getEntityManager()
                        .createNativeQuery("insert into erasure_confirmation (erasure_id, service)"
                                + " values (:erasure, :service) on conflict do nothing")
                        .setParameter("erasure", erasure)
                        .setParameter("service", service)
                        .executeUpdate()
                == 1;
    }
}
