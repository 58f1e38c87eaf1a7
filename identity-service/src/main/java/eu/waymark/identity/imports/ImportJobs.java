package eu.waymark.identity.imports;

import eu.waymark.platform.web.problem.CommonProblem;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Optional;
import java.util.UUID;

/** The imports. Every use belongs inside audited work. */
@ApplicationScoped
class ImportJobs implements PanacheRepositoryBase<ImportJob, UUID> {

    /** @throws eu.waymark.platform.web.problem.ProblemException 404 for an unknown one and another agency's alike */
    ImportJob own(String agency, UUID id) {
        return ofAgency(agency, findByIdOptional(id));
    }

    /** The same, which nobody else adds to until the running transaction ends. */
    ImportJob ownToChange(String agency, UUID id) {
        return ofAgency(agency, findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE));
    }

    private static ImportJob ofAgency(String agency, Optional<ImportJob> job) {
        return job.filter(found -> found.isOf(agency))
                .orElseThrow(() ->
                        CommonProblem.NOT_FOUND.because("There is nothing here, or nothing that you may know of."));
    }
}
