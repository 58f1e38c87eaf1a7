package eu.waymark.referral.support;

import eu.waymark.platform.persistence.audit.AuditedWork;
import eu.waymark.platform.web.caller.CurrentCaller;
import eu.waymark.platform.web.problem.CommonProblem;
import eu.waymark.referral.ReferralEvent;
import eu.waymark.referral.person.ChildTexts;
import eu.waymark.referral.referral.ReferralDoor;
import eu.waymark.referral.referral.ReferralDoor.Opened;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/** Shows which support of the minimum a child has, and records what changes. */
@ApplicationScoped
class GivingSupport {

    private final AuditedWork audited;
    private final CurrentCaller caller;
    private final ReferralDoor referrals;
    private final MinimumPackage minimum;
    private final SupportSteps steps;
    private final SupportViews views;
    private final ChildTexts texts;
    private final Clock clock;

    GivingSupport(
            AuditedWork audited,
            CurrentCaller caller,
            ReferralDoor referrals,
            MinimumPackage minimum,
            SupportSteps steps,
            SupportViews views,
            ChildTexts texts,
            Clock clock) {
        this.audited = audited;
        this.caller = caller;
        this.referrals = referrals;
        this.minimum = minimum;
        this.steps = steps;
        this.views = views;
        this.texts = texts;
        this.clock = clock;
    }

    SupportView read(UUID referral) {
        return audited.run(
                ReferralEvent.SUPPORT_READ,
                trail -> views.of(
                        referrals.toReadWork(referral, trail), caller.get().agency()));
    }

    SupportView change(UUID referral, RecordSupport request) {
        if (request.state().needsReason() && request.reason() == null) {
            throw CommonProblem.INVALID_FIELDS
                    .because("Say who refused it or why it ended.")
                    .at("reason", "is needed for what is refused or has ended");
        }
        return audited.run(ReferralEvent.SUPPORT_RECORDED, trail -> {
            var opened = referrals.toWork(referral, trail);
            requireInPackage(request.item(), opened);
            trail.note("item", request.item());
            write(opened, request);
            return views.of(opened, caller.get().agency());
        });
    }

    private void requireInPackage(String code, Opened opened) {
        var isInPackage = minimum.in(views.countryOf(opened)).stream().anyMatch(item -> item.code.equals(code));
        if (!isInPackage) {
            throw CommonProblem.INVALID_FIELDS
                    .because("Choose an item of the package where the work is done.")
                    .at("item", "is not in the package");
        }
    }

    private void write(Opened opened, RecordSupport request) {
        var step = new SupportStep();
        step.id = UUID.randomUUID();
        step.personRecordId = opened.record();
        step.referralId = opened.id();
        step.item = request.item();
        step.state = request.state();
        step.reason = request.reason() == null ? null : texts.seal(opened.record(), request.reason());
        step.agency = caller.get().agency();
        step.recordedBy = caller.get().subject();
        step.recordedAt = clock.instant().truncatedTo(ChronoUnit.MICROS);
        steps.persistAndFlush(step);
    }
}
