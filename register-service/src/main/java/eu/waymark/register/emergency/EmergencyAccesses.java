package eu.waymark.register.emergency;

import eu.waymark.platform.persistence.query.Column;
import eu.waymark.platform.web.caller.CurrentCaller;
import eu.waymark.platform.web.paging.Cursor;
import eu.waymark.platform.web.problem.CommonProblem;
import eu.waymark.platform.web.problem.ProblemException;
import eu.waymark.register.barrier.Barriers;
import eu.waymark.register.emergency.EmergencyViews.Habit;
import eu.waymark.register.emergency.EmergencyViews.Review;
import eu.waymark.register.emergency.EmergencyViews.View;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Parameters;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** All emergency accesses. Only within audited work. */
@Singleton
class EmergencyAccesses implements PanacheRepositoryBase<EmergencyAccess, UUID> {

    private static final Duration HABIT = Duration.ofDays(90);

    /** First half of the key of the lock of one opener; reads WAYB. */
    private static final int LOCK = 0x57_41_59_42;

    private final EmergencyTexts texts;
    private final Barriers barriers;
    private final CurrentCaller caller;
    private final Clock clock;

    EmergencyAccesses(EmergencyTexts texts, Barriers barriers, CurrentCaller caller, Clock clock) {
        this.texts = texts;
        this.barriers = barriers;
        this.caller = caller;
        this.clock = clock;
    }

    /** Which access of a person's day the next one is; of two at once, one waits for the other. */
    int nextOf(EmergencyAccess access) {
        Column.of(getEntityManager(), "select cast(pg_advisory_xact_lock(:lock, hashtext(:who)) as text)", String.class)
                .setParameter("lock", LOCK)
                .setParameter("who", access.openedBy)
                .getResultList();
        return 1 + (int) count("openedBy = ?1 and openedOn = ?2", access.openedBy, access.openedOn);
    }

    void countReading(EmergencyAccess access) {
        getEntityManager()
                .createNativeQuery("update emergency_access set readings = readings + 1 where id = :id")
                .setParameter("id", access.id)
                .executeUpdate();
    }

    /** Whether the caller reviews an access: for its agency, and kept from the child by nothing (architecture, invariant 11). */
    boolean isReviewer(EmergencyAccess access) {
        return access.isReviewedBy(caller.get().agency())
                && (access.entryId == null || barriers.isNoneBefore(access.entryId));
    }

    /** Those that the caller reviews. */
    List<EmergencyAccess> toReview(boolean onlyOpen, Optional<Cursor> after, int limit) {
        var where = "(reviewBy = :agency or escalatedTo = :agency) and " + Barriers.NONE_BEFORE_ENTRY
                + (onlyOpen ? " and reviewedAt is null" : "");
        var parameters = Parameters.with("agency", caller.get().agency());
        barriers.caller().forEach(parameters::and);
        if (after.isPresent()) {
            where += " and (openedAt, id) < (:time, :id)";
            parameters.and("time", after.get().time()).and("id", after.get().id());
        }
        return find(where + " order by openedAt desc, id desc", parameters)
                .range(0, limit)
                .list();
    }

    /** As a reviewer sees it. */
    View forReviewer(EmergencyAccess access) {
        return view(access, texts.reason(access), habit(access), review(access));
    }

    /** As the holder sees it. */
    View forHolder(EmergencyAccess access) {
        return view(access, texts.reason(access), null, null);
    }

    /** Without free text: in a list, and to a central authority that is told. */
    View listed(EmergencyAccess access) {
        return view(access, null, null, null);
    }

    private View view(EmergencyAccess access, @Nullable String reason, @Nullable Habit habit, @Nullable Review review) {
        return new View(
                access.id,
                access.openerName,
                access.agency,
                access.country,
                access.openedAt,
                access.expiresAt,
                reason,
                access.entryId != null,
                access.readings,
                access.reviewBy,
                access.reviewDueOn,
                access.reviewedAt == null && !clock.instant().isBefore(access.reviewDueUntil),
                habit,
                review,
                access.version);
    }

    private Habit habit(EmergencyAccess access) {
        var since = access.openedAt.minus(HABIT);
        var checks = Column.of(
                        getEntityManager(),
                        "select count(*) from child_check where asked_by = :who and asked_at >= :from and asked_at < :until",
                        Long.class)
                .setParameter("who", access.openedBy)
                .setParameter("from", access.openedAt)
                .setParameter("until", access.expiresAt)
                .getSingleResult();
        return new Habit(
                (long) checks,
                access.dayNo,
                count("openedBy = ?1 and openedAt > ?2 and openedAt <= ?3", access.openedBy, since, access.openedAt),
                count("agency = ?1 and openedAt > ?2 and openedAt <= ?3", access.agency, since, access.openedAt));
    }

    private @Nullable Review review(EmergencyAccess access) {
        var review = getEntityManager().find(EmergencyReview.class, access.id);
        return review == null
                ? null
                : new Review(review.outcome, texts.reason(review), review.reviewerAgency, review.reviewedAt);
    }

    static ProblemException unknown() {
        return CommonProblem.NOT_FOUND.because("There is no such emergency access, or none that you may know of.");
    }
}
