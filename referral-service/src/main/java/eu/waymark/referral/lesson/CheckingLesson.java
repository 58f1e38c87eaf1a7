package eu.waymark.referral.lesson;

import eu.waymark.access.Action;
import eu.waymark.platform.persistence.audit.AuditedWork;
import eu.waymark.platform.web.caller.CurrentCaller;
import eu.waymark.platform.web.http.Versions;
import eu.waymark.referral.ReferralEvent;
import eu.waymark.referral.ReferralProblem;
import eu.waymark.referral.access.Permits;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A second person reads a lesson before others do, and whoever wrote it takes it back. */
@Singleton
class CheckingLesson {

    private final Permits permits;
    private final AuditedWork audited;
    private final CurrentCaller caller;
    private final Lessons lessons;
    private final OwnLessons own;
    private final Clock clock;

    CheckingLesson(
            Permits permits, AuditedWork audited, CurrentCaller caller, Lessons lessons, OwnLessons own, Clock clock) {
        this.permits = permits;
        this.audited = audited;
        this.caller = caller;
        this.lessons = lessons;
        this.own = own;
        this.clock = clock;
    }

    LessonView check(UUID id, @Nullable String ifMatch, LessonsResource.LessonCheck check) {
        return audited.run(ReferralEvent.LESSON_CHECKED, trail -> {
            permits.requireAny(Action.WRITE_LESSON);
            var lesson = own.in(id, trail, Lesson.PROPOSED);
            if (lesson.author.equals(caller.get().subject())) {
                throw ReferralProblem.SECOND_PERSON_NEEDED.because(
                        "You wrote these words; somebody else of your agency reads them before others do.");
            }
            Versions.require(ifMatch, lesson.version);
            trail.note("outcome", check.outcome());
            lesson.checked(caller.get().subject(), LocalDate.now(clock));
            if (check.reason() == null) {
                lesson.publish(clock.instant().truncatedTo(ChronoUnit.MICROS));
            } else {
                lesson.giveBack(check.reason());
            }
            lessons.flush();
            return LessonView.of(lesson, lesson.agency);
        });
    }

    LessonView withdraw(UUID id, @Nullable String ifMatch, String reason) {
        return audited.run(ReferralEvent.LESSON_WITHDRAWN, trail -> {
            permits.requireAny(Action.WRITE_LESSON);
            var lesson = own.in(id, trail, Lesson.PROPOSED, Lesson.RETURNED, Lesson.PUBLISHED);
            Versions.require(ifMatch, lesson.version);
            trail.note("reason", reason);
            lesson.withdraw(reason);
            lessons.flush();
            return LessonView.of(lesson, lesson.agency);
        });
    }
}
