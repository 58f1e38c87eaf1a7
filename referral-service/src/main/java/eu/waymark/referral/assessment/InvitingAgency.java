package eu.waymark.referral.assessment;

import eu.waymark.access.Action;
import eu.waymark.platform.persistence.audit.AuditedWork;
import eu.waymark.platform.web.caller.CurrentCaller;
import eu.waymark.referral.ReferralEvent;
import eu.waymark.referral.access.Permits;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Asks one more agency for a section. */
@ApplicationScoped
class InvitingAgency {

    private final Permits permits;
    private final AuditedWork audited;
    private final CurrentCaller caller;
    private final KnownAssessments known;
    private final Editions editions;
    private final Participants participants;
    private final AssessmentViews views;

    InvitingAgency(
            Permits permits,
            AuditedWork audited,
            CurrentCaller caller,
            KnownAssessments known,
            Editions editions,
            Participants participants,
            AssessmentViews views) {
        this.permits = permits;
        this.audited = audited;
        this.caller = caller;
        this.known = known;
        this.editions = editions;
        this.participants = participants;
        this.views = views;
    }

    AssessmentView invite(UUID id, InviteAgency request) {
        return audited.run(ReferralEvent.ASSESSMENT_AGENCY_INVITED, trail -> {
            permits.requireAny(Action.LEAD_ASSESSMENT);
            var by = caller.get();
            var assessment = known.toLead(id, by, trail);
            assessment.status().requireOpen();
            participants.invite(assessment, editions.current(assessment), request.agency());
            return views.of(assessment, by.agency());
        });
    }
}
