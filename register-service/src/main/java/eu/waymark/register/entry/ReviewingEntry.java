package eu.waymark.register.entry;

import eu.waymark.access.Action;
import eu.waymark.access.Relationship;
import eu.waymark.platform.persistence.access.Permits;
import eu.waymark.platform.persistence.audit.AuditedWork;
import eu.waymark.platform.web.caller.CurrentCaller;
import eu.waymark.platform.web.http.Versions;
import eu.waymark.platform.web.problem.CommonProblem;
import eu.waymark.register.RegisterEvent;
import eu.waymark.register.RegisterProblem;
import eu.waymark.register.directory.Directory;
import eu.waymark.register.entry.EntriesResource.NewReview;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Records the decision of a review. */
@Singleton
class ReviewingEntry {

    private final Permits permits;
    private final Entries entries;
    private final Directory directory;
    private final ReviewClock reviews;
    private final EntityManager entities;
    private final AuditedWork audited;
    private final CurrentCaller caller;
    private final Clock clock;

    ReviewingEntry(
            Permits permits,
            Entries entries,
            Directory directory,
            ReviewClock reviews,
            EntityManager entities,
            AuditedWork audited,
            CurrentCaller caller,
            Clock clock) {
        this.permits = permits;
        this.entries = entries;
        this.directory = directory;
        this.reviews = reviews;
        this.entities = entities;
        this.audited = audited;
        this.caller = caller;
        this.clock = clock;
    }

    EntryView review(UUID id, @Nullable String ifMatch, NewReview request) {
        return audited.run(RegisterEvent.ENTRY_REVIEWED, trail -> {
            var entry = entries.heldBy(caller.get().agency(), id, trail);
            permits.require(request.ends() ? Action.CLOSE_ENTRY : Action.REVIEW_ENTRY, Relationship.HOLDER);
            Entries.requireActive(entry.isActive());
            Versions.require(ifMatch, entry.version);
            requirePossible(request, entry);
            EndReasons.require(request.ends(), request.reason());
            requireOfAgeWhere(request.reason().equals(EndReasons.MAJORITY), entry);
            if (request.ends() && entries.isInTransfer(entry.id)) {
                throw RegisterProblem.WITHIN_TRANSFER.because(
                        "The receiving agency decides first; or withdraw the transfer, then review.");
            }
            if (request.ends() && entries.isFlagged(entry.id, LocalDate.now(clock))) {
                throw RegisterProblem.ILLEGAL_TRANSITION.because(
                        "A travel flag is in force: withdraw it with its reasons first, or let it run out.");
            }
            entities.persist(review(request, entry));
            if (request.ends()) {
                entry.end(request.decidedOn(), request.reason());
            } else {
                entry.reviewDueOn = reviews.later(directory.placeOf(entry.measure), request.decidedOn());
            }
            trail.note("decision", request.decision());
            entities.flush();
            return entries.view(entry);
        });
    }

    private void requirePossible(NewReview request, Entry entry) {
        if (request.decidedOn().isAfter(LocalDate.now(clock))
                || request.decidedOn().isBefore(entry.startedOn)) {
            throw CommonProblem.INVALID_FIELDS
                    .because("A review is decided between the start of the measure and today.")
                    .at("decidedOn", "must be between the start of the measure and today");
        }
    }

    private void requireOfAgeWhere(boolean byMajority, Entry entry) {
        if (byMajority && !entries.isOfAge(entry.personRecordId)) {
            throw RegisterProblem.ENDS_NO_PROTECTION.because(
                    "No document proves yet that the child is of age: have it verified with its issuer, in identity.");
        }
    }

    private Review review(NewReview request, Entry entry) {
        var review = new Review();
        review.id = UUID.randomUUID();
        review.entryId = entry.id;
        review.decision = request.decision();
        review.reason = request.reason();
        review.decidedOn = request.decidedOn();
        review.decidedBy = caller.get().subject();
        review.writtenAt = clock.instant();
        return review;
    }
}
