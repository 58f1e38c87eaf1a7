package eu.waymark.register.emergency;

import eu.waymark.access.Action;
import eu.waymark.access.Relationship;
import eu.waymark.platform.persistence.access.Permits;
import eu.waymark.platform.persistence.audit.AuditedWork;
import eu.waymark.platform.web.caller.CurrentCaller;
import eu.waymark.platform.web.http.Versions;
import eu.waymark.platform.web.problem.CommonProblem;
import eu.waymark.register.RegisterEvent;
import eu.waymark.register.RegisterProblem;
import eu.waymark.register.emergency.EmergencyViews.NewReview;
import eu.waymark.register.emergency.EmergencyViews.View;
import eu.waymark.register.entry.Entries;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Somebody else says whether it was right. Once. */
@Singleton
class ReviewingEmergency {

    private final Permits permits;
    private final AuditedWork audited;
    private final EmergencyAccesses accesses;
    private final EmergencyTexts texts;
    private final Entries entries;
    private final EntityManager entities;
    private final CurrentCaller caller;
    private final Clock clock;

    ReviewingEmergency(
            Permits permits,
            AuditedWork audited,
            EmergencyAccesses accesses,
            EmergencyTexts texts,
            Entries entries,
            EntityManager entities,
            CurrentCaller caller,
            Clock clock) {
        this.permits = permits;
        this.audited = audited;
        this.accesses = accesses;
        this.texts = texts;
        this.entries = entries;
        this.entities = entities;
        this.caller = caller;
        this.clock = clock;
    }

    View review(UUID id, @Nullable String ifMatch, NewReview review) {
        return audited.run(RegisterEvent.EMERGENCY_REVIEWED, trail -> {
            trail.resource(id.toString());
            trail.note("outcome", review.outcome());
            permits.require(Action.REVIEW_EMERGENCY_ACCESS, Relationship.NONE);
            var access = accesses.findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE)
                    .filter(accesses::isReviewer)
                    .orElseThrow(EmergencyAccesses::unknown);
            if (access.entryId != null) {
                entries.trace(List.of(access.entryId), trail);
            }
            if (access.openedBy.equals(caller.get().subject())) {
                throw CommonProblem.FORBIDDEN.because("Somebody else reviews what you opened.");
            }
            if (access.reviewedAt != null) {
                throw RegisterProblem.ILLEGAL_TRANSITION.because("It has been reviewed.");
            }
            Versions.require(ifMatch, access.version);
            write(access, review, clock.instant().truncatedTo(ChronoUnit.MICROS));
            return accesses.forReviewer(access);
        });
    }

    private void write(EmergencyAccess access, NewReview wanted, Instant now) {
        var review = new EmergencyReview();
        review.accessId = access.id;
        review.outcome = wanted.outcome();
        review.reviewedBy = caller.get().subject();
        review.reviewerAgency = caller.get().agency();
        review.reviewedAt = now;
        texts.seal(review, wanted.reason());
        entities.persist(review);
        access.reviewedAt = now;
        accesses.flush();
    }
}
