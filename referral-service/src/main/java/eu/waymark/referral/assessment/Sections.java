package eu.waymark.referral.assessment;

import eu.waymark.referral.ReferralProblem;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** All sections of assessments. Reads nothing outside audited work. */
@ApplicationScoped
class Sections implements PanacheRepositoryBase<Section, UUID> {

    private static final String ONE = "assessmentId = ?1 and edition = ?2 and agency = ?3";

    List<Section> of(UUID assessment, int edition) {
        return list("assessmentId = ?1 and edition = ?2 order by agency", assessment, edition);
    }

    Optional<Section> find(Assessment assessment, int edition, String agency) {
        return find(ONE, assessment.id(), edition, agency).firstResultOptional();
    }

    /** The agency's own section of the edition that is worked on. */
    Section own(Assessment assessment, String agency) {
        return find(assessment, assessment.edition(), agency)
                .orElseThrow(() -> ReferralProblem.NOT_YOUR_SECTION.because(
                        "Your agency has no section in this edition. The agency that leads can ask for one."));
    }

    boolean includes(UUID assessment, String agency) {
        return count("assessmentId = ?1 and agency = ?2", assessment, agency) > 0;
    }
}
