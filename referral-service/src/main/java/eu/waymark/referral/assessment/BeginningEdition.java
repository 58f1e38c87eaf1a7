package eu.waymark.referral.assessment;

import eu.waymark.platform.web.caller.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;

/** Writes an edition with its clock, and what the edition before had said into the next one. */
@ApplicationScoped
class BeginningEdition {

    private final Assessments assessments;
    private final Editions editions;
    private final Sections sections;
    private final SectionVersions versions;
    private final AssessmentTexts texts;
    private final AssessmentWork work;

    BeginningEdition(
            Assessments assessments,
            Editions editions,
            Sections sections,
            SectionVersions versions,
            AssessmentTexts texts,
            AssessmentWork work) {
        this.assessments = assessments;
        this.editions = editions;
        this.sections = sections;
        this.versions = versions;
        this.texts = texts;
        this.work = work;
    }

    Edition first(Assessment assessment, String reason, Caller by, Instant now) {
        // Sealed first: it makes the child's key, which the row refers to.
        var sealed = texts.sealText(assessment.personRecordId(), reason);
        assessments.persistAndFlush(assessment);
        return begin(assessment, sealed, by, now);
    }

    /** The next edition: each agency goes on from its own last text, under the name of who wrote it. */
    void next(Assessment assessment, String reason, Caller by, Instant now) {
        var before = sections.of(assessment.id(), assessment.edition());
        assessment.reopen();
        assessments.flush();
        var edition = begin(assessment, texts.sealText(assessment.personRecordId(), reason), by, now);
        for (var old : before) {
            var section = new Section(assessment, old.agency());
            sections.persistAndFlush(section);
            versions.last(old).ifPresent(last -> carry(section, last));
            work.asked(assessment, edition, section);
        }
    }

    private Edition begin(Assessment assessment, byte[] reason, Caller by, Instant now) {
        var due = work.due(assessment, now);
        var edition = new Edition(
                new Edition.Key(assessment.id(), assessment.edition()),
                new Edition.Opening(reason, by.subject(), now, due.at(), due.rule()));
        editions.persistAndFlush(edition);
        work.begun(assessment, edition);
        return edition;
    }

    private void carry(Section section, SectionVersion last) {
        versions.persist(new SectionVersion(
                new SectionVersion.Key(section.id(), section.write()),
                last.content(),
                last.writtenBy(),
                last.writtenAt()));
        versions.flush();
    }
}
