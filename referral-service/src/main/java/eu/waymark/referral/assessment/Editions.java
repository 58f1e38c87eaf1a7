package eu.waymark.referral.assessment;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** All editions of assessments. Reads nothing outside audited work. */
@ApplicationScoped
class Editions implements PanacheRepositoryBase<Edition, Edition.Key> {

    /** Oldest first. */
    List<Edition> of(UUID assessment) {
        return list("key.assessmentId = ?1 order by key.number", assessment);
    }

    Edition current(Assessment assessment) {
        return number(assessment, assessment.edition()).orElseThrow();
    }

    Optional<Edition> number(Assessment assessment, int number) {
        return findByIdOptional(new Edition.Key(assessment.id(), number));
    }
}
