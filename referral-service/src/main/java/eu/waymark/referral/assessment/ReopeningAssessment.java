package eu.waymark.referral.assessment;

import eu.waymark.access.Action;
import eu.waymark.platform.persistence.audit.AuditedWork;
import eu.waymark.platform.web.caller.Caller;
import eu.waymark.platform.web.caller.CurrentCaller;
import eu.waymark.platform.web.http.Versions;
import eu.waymark.referral.ReferralEvent;
import eu.waymark.referral.access.Permits;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Begins the next edition of a closed assessment on new facts. The old one stays as it was, and readable. */
@ApplicationScoped
class ReopeningAssessment {

    private final Permits permits;
    private final AuditedWork audited;
    private final CurrentCaller caller;
    private final KnownAssessments known;
    private final OpenAlready already;
    private final BeginningEdition beginning;
    private final AssessmentViews views;
    private final Clock clock;

    ReopeningAssessment(
            Permits permits,
            AuditedWork audited,
            CurrentCaller caller,
            KnownAssessments known,
            OpenAlready already,
            BeginningEdition beginning,
            AssessmentViews views,
            Clock clock) {
        this.permits = permits;
        this.audited = audited;
        this.caller = caller;
        this.known = known;
        this.already = already;
        this.beginning = beginning;
        this.views = views;
        this.clock = clock;
    }

    AssessmentView reopen(UUID id, @Nullable String ifMatch, ReopenAssessment request) {
        var by = caller.get();
        var record = new AtomicReference<UUID>();
        return already.tellingTheFirst(record::get, by, () -> reopen(id, ifMatch, request, by, record));
    }

    private AssessmentView reopen(
            UUID id, @Nullable String ifMatch, ReopenAssessment request, Caller by, AtomicReference<UUID> record) {
        return audited.run(ReferralEvent.ASSESSMENT_REOPENED, trail -> {
            permits.requireAny(Action.LEAD_ASSESSMENT);
            var assessment = known.toLead(id, by, trail);
            record.set(assessment.personRecordId());
            Versions.require(ifMatch, assessment.version());
            if (assessment.status() == AssessmentStatus.CLOSED) {
                already.requireNone(assessment.personRecordId(), by);
            }
            beginning.next(assessment, request.reason(), by, clock.instant().truncatedTo(ChronoUnit.MICROS));
            return views.of(assessment, by.agency());
        });
    }
}
