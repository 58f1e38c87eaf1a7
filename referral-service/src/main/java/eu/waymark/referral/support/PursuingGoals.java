package eu.waymark.referral.support;

import eu.waymark.platform.persistence.audit.AuditedWork;
import eu.waymark.platform.web.caller.CurrentCaller;
import eu.waymark.platform.web.paging.Cursor;
import eu.waymark.platform.web.paging.Page;
import eu.waymark.platform.web.paging.PageRequest;
import eu.waymark.platform.web.problem.CommonProblem;
import eu.waymark.platform.web.problem.ProblemException;
import eu.waymark.referral.ReferralEvent;
import eu.waymark.referral.person.ChildTexts;
import eu.waymark.referral.referral.ReferralDoor;
import eu.waymark.referral.referral.ReferralDoor.Opened;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Sets what a child is to reach, and records how it goes: a life is rebuilt, not only kept from harm (C17). */
@ApplicationScoped
class PursuingGoals {

    private final AuditedWork audited;
    private final CurrentCaller caller;
    private final ReferralDoor referrals;
    private final Goals goals;
    private final GoalViews views;
    private final ChildTexts texts;
    private final Clock clock;

    PursuingGoals(
            AuditedWork audited,
            CurrentCaller caller,
            ReferralDoor referrals,
            Goals goals,
            GoalViews views,
            ChildTexts texts,
            Clock clock) {
        this.audited = audited;
        this.caller = caller;
        this.referrals = referrals;
        this.goals = goals;
        this.views = views;
        this.texts = texts;
        this.clock = clock;
    }

    GoalView set(UUID referral, SetGoal request) {
        return audited.run(ReferralEvent.GOAL_SET, trail -> {
            var opened = referrals.toWork(referral, trail);
            var goal = new Goal();
            goal.id = UUID.randomUUID();
            goal.personRecordId = opened.record();
            goal.referralId = referral;
            goal.goal = texts.seal(opened.record(), request.goal());
            goal.childWords = sealed(opened, request.childWords());
            goal.agency = caller.get().agency();
            goal.setBy = caller.get().subject();
            goal.setAt = now();
            goals.persistAndFlush(goal);
            trail.note("goal", goal.id.toString());
            trail.created(GoalsResource.place(referral, goal.id));
            return views.of(goal);
        });
    }

    GoalView progress(UUID referral, UUID id, RecordProgress request) {
        return audited.run(ReferralEvent.GOAL_PROGRESSED, trail -> {
            var opened = referrals.toWork(referral, trail);
            trail.note("goal", id.toString());
            var goal = goals.find(opened, caller.get().agency(), id).orElseThrow(PursuingGoals::unknown);
            var progress = new Progress();
            progress.id = UUID.randomUUID();
            progress.goalId = id;
            progress.state = request.state();
            progress.note = texts.seal(opened.record(), request.note());
            progress.childWords = sealed(opened, request.childWords());
            progress.agency = caller.get().agency();
            progress.recordedBy = caller.get().subject();
            progress.recordedAt = now();
            goals.getEntityManager().persist(progress);
            goals.flush();
            return views.of(goal);
        });
    }

    GoalView one(UUID referral, UUID id) {
        return audited.run(ReferralEvent.GOALS_READ, trail -> {
            var opened = referrals.toReadWork(referral, trail);
            trail.note("goal", id.toString());
            return views.of(goals.find(opened, caller.get().agency(), id).orElseThrow(PursuingGoals::unknown));
        });
    }

    Page<GoalView> page(UUID referral, PageRequest page) {
        return audited.run(ReferralEvent.GOALS_READ, trail -> {
            var opened = referrals.toReadWork(referral, trail);
            var rows = goals.of(opened, caller.get().agency(), page);
            trail.returned(Math.min(rows.size(), page.limit()));
            return Page.of(rows, page.limit(), goal -> new Cursor(goal.setAt, goal.id), views::of);
        });
    }

    private byte @Nullable [] sealed(Opened opened, @Nullable String text) {
        return text == null ? null : texts.seal(opened.record(), text);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private static ProblemException unknown() {
        return CommonProblem.NOT_FOUND.because("There is no such goal.");
    }
}
