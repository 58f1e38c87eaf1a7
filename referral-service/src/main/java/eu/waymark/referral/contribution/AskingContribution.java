package eu.waymark.referral.contribution;

import eu.waymark.access.Action;
import eu.waymark.platform.persistence.audit.AuditedWork;
import eu.waymark.platform.web.caller.Caller;
import eu.waymark.platform.web.caller.CurrentCaller;
import eu.waymark.platform.web.problem.CommonProblem;
import eu.waymark.referral.ReferralEvent;
import eu.waymark.referral.access.Permits;
import eu.waymark.referral.clock.Due;
import eu.waymark.referral.onetime.CodeUse;
import eu.waymark.referral.onetime.OneTimeCodes;
import eu.waymark.referral.person.ChildTexts;
import eu.waymark.referral.person.OwnChildren;
import eu.waymark.referral.work.NewWork;
import eu.waymark.referral.work.WorkItems;
import eu.waymark.referral.work.WorkKind;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/** Asks somebody without an account, by a code that the worker gives them. */
@ApplicationScoped
class AskingContribution {

    /** By which the awaited contribution falls due: when its code ends. */
    private static final String RULE = "ONE-TIME-CODE";

    private final Permits permits;
    private final OwnChildren children;
    private final AuditedWork audited;
    private final CurrentCaller caller;
    private final ChildTexts texts;
    private final OneTimeCodes codes;
    private final Contributions contributions;
    private final WorkItems work;
    private final Clock clock;

    AskingContribution(
            Permits permits,
            OwnChildren children,
            AuditedWork audited,
            CurrentCaller caller,
            ChildTexts texts,
            OneTimeCodes codes,
            Contributions contributions,
            WorkItems work,
            Clock clock) {
        this.permits = permits;
        this.children = children;
        this.audited = audited;
        this.caller = caller;
        this.texts = texts;
        this.codes = codes;
        this.contributions = contributions;
        this.work = work;
        this.clock = clock;
    }

    ContributionAsked ask(AskContribution request) {
        permits.requireAny(Action.ASK_CONTRIBUTION);
        var asked = children.ask(request.personRecordId());
        return audited.run(ReferralEvent.CONTRIBUTION_ASKED, trail -> {
            var by = caller.get();
            var record = asked.own(by, trail);
            var contribution = contribution(request, record, by);
            var hours = request.validHours();
            var code = codes.issue(
                    CodeUse.CONTRIBUTION,
                    contribution.id,
                    record,
                    hours == null ? OneTimeCodes.USUAL : Duration.ofHours(hours));
            contribution.expiresAt = code.expiresAt();
            contributions.persistAndFlush(contribution);
            work.open(new NewWork(
                    WorkKind.CONTRIBUTION_AWAITED,
                    contribution.id,
                    record,
                    by.agency(),
                    contribution.askedAt,
                    new Due(code.expiresAt(), RULE)));
            trail.resource(contribution.id.toString());
            trail.note("writer", contribution.writer);
            trail.created(ContributionsResource.PATH + "/" + contribution.id);
            return new ContributionAsked(
                    contribution.id, code.code(), OneTimeCodes.HEADER, SubmissionsResource.PATH, code.expiresAt());
        });
    }

    private Contribution contribution(AskContribution request, UUID record, Caller by) {
        if (request.isAboutTheChild() == (request.aboutId() != null)) {
            throw CommonProblem.INVALID_FIELDS
                    .because("What the contribution is for has an id, unless it is the child itself.")
                    .at("aboutId", "must be given, unless aboutKind is child");
        }
        var contribution = new Contribution();
        contribution.id = UUID.randomUUID();
        contribution.personRecordId = record;
        contribution.agency = by.agency();
        contribution.askedBy = by.subject();
        contribution.askedAt = clock.instant().truncatedTo(ChronoUnit.MICROS);
        contribution.writer = request.writer();
        contribution.aboutKind = request.aboutKind();
        contribution.aboutId = request.aboutId();
        contribution.ask = texts.seal(record, request.ask());
        return contribution;
    }
}
