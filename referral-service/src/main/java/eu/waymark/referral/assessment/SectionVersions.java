package eu.waymark.referral.assessment;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/** Every version of every section. Reads nothing outside audited work. */
@ApplicationScoped
class SectionVersions implements PanacheRepositoryBase<SectionVersion, SectionVersion.Key> {

    private static final String WRITERS = "select count(*) from SectionVersion v, Section s"
            + " where v.key.sectionId = s.id and s.assessmentId = ?1 and s.edition = ?2"
            + " and (v.writtenBy = ?3 or s.signedBy = ?3)";

    Optional<SectionVersion> last(Section section) {
        return number(section, section.written());
    }

    Optional<SectionVersion> number(Section section, int number) {
        return findByIdOptional(new SectionVersion.Key(section.id(), number));
    }

    /** Oldest first. */
    List<SectionVersion> of(Section section) {
        return list("key.sectionId = ?1 order by key.number", section.id());
    }

    /** Whether that person wrote or signed anything of the edition that is worked on. */
    boolean includeAuthor(Assessment assessment, String subject) {
        return getEntityManager()
                        .createQuery(WRITERS, Long.class)
                        .setParameter(1, assessment.id())
                        .setParameter(2, assessment.edition())
                        .setParameter(3, subject)
                        .getSingleResult()
                > 0;
    }
}
