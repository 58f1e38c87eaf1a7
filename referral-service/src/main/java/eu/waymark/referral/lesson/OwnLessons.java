package eu.waymark.referral.lesson;

import eu.waymark.platform.persistence.audit.Trail;
import eu.waymark.platform.web.caller.CurrentCaller;
import eu.waymark.platform.web.problem.CommonProblem;
import eu.waymark.referral.ReferralProblem;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;

/** Lessons as the caller's agency may know them: its own, and those that are published. */
@Singleton
class OwnLessons {

    private final Lessons lessons;
    private final CurrentCaller caller;

    OwnLessons(Lessons lessons, CurrentCaller caller) {
        this.lessons = lessons;
        this.caller = caller;
    }

    /** @throws eu.waymark.platform.web.problem.ProblemException 404, the same for unknown and unpublished */
    Lesson known(UUID id, Trail trail) {
        return find(id, trail, lesson -> lesson.is(Lesson.PUBLISHED) || isOwn(lesson));
    }

    /** @throws eu.waymark.platform.web.problem.ProblemException 404; 409 {@code illegal-transition} in any other state */
    Lesson in(UUID id, Trail trail, String... states) {
        var lesson = find(id, trail, this::isOwn);
        if (!List.of(states).contains(lesson.status)) {
            throw ReferralProblem.ILLEGAL_TRANSITION.because("The lesson is %s.".formatted(lesson.status));
        }
        return lesson;
    }

    private Lesson find(UUID id, Trail trail, Predicate<Lesson> isKnown) {
        trail.resource(id.toString());
        return lessons.findByIdOptional(id)
                .filter(isKnown)
                .orElseThrow(() -> CommonProblem.NOT_FOUND.because("There is no such lesson, or not yet."));
    }

    private boolean isOwn(Lesson lesson) {
        return lesson.agency.equals(caller.get().agency());
    }
}
