package eu.waymark.referral.assessment;

import eu.waymark.access.Action;
import eu.waymark.platform.persistence.audit.AuditedWork;
import eu.waymark.platform.web.caller.CurrentCaller;
import eu.waymark.platform.web.http.Versions;
import eu.waymark.referral.ReferralEvent;
import eu.waymark.referral.access.Permits;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Signs the agency's own section, with its dissent where it does not agree. What is signed stays as it is. */
@ApplicationScoped
class SigningSection {

    private final Permits permits;
    private final AuditedWork audited;
    private final CurrentCaller caller;
    private final KnownAssessments known;
    private final Editions editions;
    private final Sections sections;
    private final AssessmentTexts texts;
    private final AssessmentWork work;
    private final SectionViews views;
    private final Clock clock;

    SigningSection(
            Permits permits,
            AuditedWork audited,
            CurrentCaller caller,
            KnownAssessments known,
            Editions editions,
            Sections sections,
            AssessmentTexts texts,
            AssessmentWork work,
            SectionViews views,
            Clock clock) {
        this.permits = permits;
        this.audited = audited;
        this.caller = caller;
        this.known = known;
        this.editions = editions;
        this.sections = sections;
        this.texts = texts;
        this.work = work;
        this.views = views;
        this.clock = clock;
    }

    SectionView sign(UUID id, @Nullable String ifMatch, SignSection request) {
        return audited.run(ReferralEvent.ASSESSMENT_SECTION_SIGNED, trail -> {
            permits.requireAny(Action.WRITE_ASSESSMENT);
            var by = caller.get();
            var assessment = known.toChange(id, by, trail);
            assessment.status().requireNotClosed();
            var section = sections.own(assessment, by.agency());
            Versions.require(ifMatch, section.written());
            var dissent = request.dissent();
            section.sign(
                    by.subject(),
                    clock.instant().truncatedTo(ChronoUnit.MICROS),
                    dissent == null ? null : texts.sealText(assessment.personRecordId(), dissent));
            sections.flush();
            signed(assessment, section);
            return views.of(assessment, section, assessment.edition(), by.agency());
        });
    }

    private void signed(Assessment assessment, Section section) {
        var edition = editions.current(assessment);
        var lapsed = assessment.status() == AssessmentStatus.APPROVED;
        if (lapsed) {
            // What was approved did not have this section: it is looked at again.
            assessment.move(AssessmentStatus.OPEN);
            edition.takeApprovalBack();
            editions.flush();
        }
        var last = sections.of(assessment.id(), assessment.edition()).stream().allMatch(Section::isSigned);
        work.signed(assessment, edition, section, last || lapsed);
    }
}
