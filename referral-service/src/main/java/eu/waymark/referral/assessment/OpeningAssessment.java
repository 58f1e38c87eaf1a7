package eu.waymark.referral.assessment;

import eu.waymark.access.Action;
import eu.waymark.platform.persistence.audit.AuditedWork;
import eu.waymark.platform.persistence.audit.Trail;
import eu.waymark.platform.web.caller.Caller;
import eu.waymark.platform.web.caller.CurrentCaller;
import eu.waymark.referral.ReferralEvent;
import eu.waymark.referral.access.Permits;
import eu.waymark.referral.gate.GatedWork;
import eu.waymark.referral.gate.Gates;
import eu.waymark.referral.person.OwnChildren;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/** Begins the assessment of a child of the agency's own: it leads it. */
@ApplicationScoped
class OpeningAssessment {

    private final Permits permits;
    private final OwnChildren children;
    private final AuditedWork audited;
    private final CurrentCaller caller;
    private final OpenAlready already;
    private final Assessments assessments;
    private final BeginningEdition beginning;
    private final Participants participants;
    private final Gates gates;
    private final AssessmentViews views;
    private final Clock clock;

    OpeningAssessment(
            Permits permits,
            OwnChildren children,
            AuditedWork audited,
            CurrentCaller caller,
            OpenAlready already,
            Assessments assessments,
            BeginningEdition beginning,
            Participants participants,
            Gates gates,
            AssessmentViews views,
            Clock clock) {
        this.permits = permits;
        this.children = children;
        this.audited = audited;
        this.caller = caller;
        this.already = already;
        this.assessments = assessments;
        this.beginning = beginning;
        this.participants = participants;
        this.gates = gates;
        this.views = views;
        this.clock = clock;
    }

    AssessmentView open(OpenAssessment request) {
        permits.requireAny(Action.LEAD_ASSESSMENT);
        var by = caller.get();
        var record = request.personRecordId();
        var asked = children.ask(record);
        return already.tellingTheFirst(
                () -> record,
                by,
                () -> audited.run(ReferralEvent.ASSESSMENT_OPENED, trail -> {
                    asked.own(by, trail);
                    already.requireNone(record, by);
                    return begin(request, by, trail);
                }));
    }

    private AssessmentView begin(OpenAssessment request, Caller by, Trail trail) {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var assessment = new Assessment(UUID.randomUUID(), request.personRecordId(), by, now);
        var edition = beginning.first(assessment, request.reason(), by, now);
        gates.begin(GatedWork.ASSESSMENT, assessment.id(), request.personRecordId(), by.agency(), by.country());
        participants.add(assessment, edition, by.agency());
        request.agencies().forEach(agency -> participants.invite(assessment, edition, agency));
        assessments.flush();
        trail.resource(assessment.id().toString());
        trail.created(AssessmentsResource.PATH + "/" + assessment.id());
        return views.of(assessment, by.agency());
    }
}
