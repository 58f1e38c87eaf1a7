package eu.waymark.referral.assessment;

import eu.waymark.access.Action;
import eu.waymark.platform.persistence.audit.AuditedWork;
import eu.waymark.platform.web.caller.Caller;
import eu.waymark.platform.web.caller.CurrentCaller;
import eu.waymark.platform.web.http.Versions;
import eu.waymark.platform.web.problem.CommonProblem;
import eu.waymark.referral.ReferralEvent;
import eu.waymark.referral.ReferralProblem;
import eu.waymark.referral.access.Permits;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Adds a version to the agency's own section. Of two editors the second gets both versions, to bring them together. */
@ApplicationScoped
class WritingSection {

    private static final Pattern TAG = Pattern.compile("\\s*\"(\\d{1,6})\"\\s*");

    private final Permits permits;
    private final AuditedWork audited;
    private final CurrentCaller caller;
    private final KnownAssessments known;
    private final Sections sections;
    private final SectionVersions versions;
    private final AssessmentTexts texts;
    private final Factors factors;
    private final SectionViews views;
    private final Clock clock;

    WritingSection(
            Permits permits,
            AuditedWork audited,
            CurrentCaller caller,
            KnownAssessments known,
            Sections sections,
            SectionVersions versions,
            AssessmentTexts texts,
            Factors factors,
            SectionViews views,
            Clock clock) {
        this.permits = permits;
        this.audited = audited;
        this.caller = caller;
        this.known = known;
        this.sections = sections;
        this.versions = versions;
        this.texts = texts;
        this.factors = factors;
        this.views = views;
        this.clock = clock;
    }

    SectionView write(UUID id, @Nullable String ifMatch, SectionContent content) {
        factors.requireKnown(content.factors());
        return audited.run(ReferralEvent.ASSESSMENT_SECTION_WRITTEN, trail -> {
            permits.requireAny(Action.WRITE_ASSESSMENT);
            var by = caller.get();
            var assessment = known.toChange(id, by, trail);
            assessment.status().requireNotClosed();
            var section = sections.own(assessment, by.agency());
            requireSeen(assessment, section, ifMatch, content);
            add(assessment, section, content, by);
            return views.of(assessment, section, assessment.edition(), by.agency());
        });
    }

    private void add(Assessment assessment, Section section, SectionContent content, Caller by) {
        versions.persist(new SectionVersion(
                new SectionVersion.Key(section.id(), section.write()),
                texts.seal(assessment, content),
                by.subject(),
                clock.instant().truncatedTo(ChronoUnit.MICROS)));
        versions.flush();
    }

    private void requireSeen(Assessment assessment, Section section, @Nullable String ifMatch, SectionContent yours) {
        if (ifMatch == null || ifMatch.isBlank()) {
            throw CommonProblem.PRECONDITION_REQUIRED.because("Send the ETag you read as 'If-Match'.");
        }
        var tag = TAG.matcher(ifMatch);
        var seen = tag.matches() ? Integer.parseInt(tag.group(1)) : section.written() + 1;
        var theirs = versions.last(section);
        if (seen < section.written() && theirs.isPresent()) {
            var base = versions.number(section, seen).map(version -> texts.open(assessment, version));
            throw ReferralProblem.SECTION_CONFLICT
                    .because("Under 'current' are both versions. Bring them together and send the result"
                            + " with its 'version' as 'If-Match'.")
                    .showing(Merge.of(
                            base.orElse(null), yours, texts.open(assessment, theirs.get()), section.written()));
        }
        Versions.require(ifMatch, section.written());
    }
}
