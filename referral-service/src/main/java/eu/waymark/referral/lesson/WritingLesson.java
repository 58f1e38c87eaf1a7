package eu.waymark.referral.lesson;

import eu.waymark.access.Action;
import eu.waymark.platform.persistence.audit.AuditedWork;
import eu.waymark.platform.web.caller.CurrentCaller;
import eu.waymark.platform.web.http.Versions;
import eu.waymark.referral.ReferralEvent;
import eu.waymark.referral.access.Permits;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Puts a lesson into words. It waits for a second person of the same agency. */
@Singleton
class WritingLesson {

    private final Permits permits;
    private final AuditedWork audited;
    private final CurrentCaller caller;
    private final Lessons lessons;
    private final OwnLessons own;
    private final Clock clock;

    WritingLesson(
            Permits permits, AuditedWork audited, CurrentCaller caller, Lessons lessons, OwnLessons own, Clock clock) {
        this.permits = permits;
        this.audited = audited;
        this.caller = caller;
        this.lessons = lessons;
        this.own = own;
        this.clock = clock;
    }

    LessonView propose(LessonWords words) {
        return audited.run(ReferralEvent.LESSON_PROPOSED, trail -> {
            permits.requireAny(Action.WRITE_LESSON);
            Anonymity.require(words);
            var lesson = new Lesson();
            lesson.id = UUID.randomUUID();
            lesson.agency = caller.get().agency();
            lesson.writtenOn = LocalDate.now(clock);
            // The day, not the moment: which case was closed just then must not show.
            lesson.listedAt = lesson.writtenOn.atStartOfDay(ZoneOffset.UTC).toInstant();
            lesson.say(words, caller.get().subject());
            lessons.persistAndFlush(lesson);
            trail.resource(lesson.id.toString());
            trail.created(LessonsResource.PATH + "/" + lesson.id);
            return LessonView.of(lesson, lesson.agency);
        });
    }

    LessonView rewrite(UUID id, @Nullable String ifMatch, LessonWords words) {
        return audited.run(ReferralEvent.LESSON_REWRITTEN, trail -> {
            permits.requireAny(Action.WRITE_LESSON);
            var lesson = own.in(id, trail, Lesson.PROPOSED, Lesson.RETURNED);
            Versions.require(ifMatch, lesson.version);
            Anonymity.require(words);
            lesson.say(words, caller.get().subject());
            lessons.flush();
            return LessonView.of(lesson, lesson.agency);
        });
    }
}
