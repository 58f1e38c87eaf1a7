package eu.waymark.register.sealing;

import eu.waymark.access.Action;
import eu.waymark.access.Relationship;
import eu.waymark.clocks.DueDate;
import eu.waymark.platform.persistence.access.Permits;
import eu.waymark.platform.persistence.audit.AuditedWork;
import eu.waymark.platform.persistence.clock.RulesInForce;
import eu.waymark.platform.web.caller.CurrentCaller;
import eu.waymark.platform.web.http.Versions;
import eu.waymark.platform.web.problem.CommonProblem;
import eu.waymark.register.RegisterEvent;
import eu.waymark.register.directory.Directory;
import eu.waymark.register.sealing.SealedEntriesResource.SealedReview;
import eu.waymark.register.worker.Worker;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the named workers change by themselves: the review, and who is named. */
@Singleton
class ChangingSealed {

    private static final String NEXT_REVIEW = "-REVN";

    private final Permits permits;
    private final SealedEntries sealed;
    private final SealedWorkers workers;
    private final SealedTexts texts;
    private final Directory directory;
    private final EntityManager entities;
    private final AuditedWork audited;
    private final CurrentCaller caller;
    private final Clock clock;
    private final RulesInForce inForce;

    ChangingSealed(
            Permits permits,
            SealedEntries sealed,
            SealedWorkers workers,
            SealedTexts texts,
            Directory directory,
            EntityManager entities,
            AuditedWork audited,
            CurrentCaller caller,
            Clock clock,
            RulesInForce inForce) {
        this.permits = permits;
        this.sealed = sealed;
        this.workers = workers;
        this.texts = texts;
        this.directory = directory;
        this.entities = entities;
        this.audited = audited;
        this.caller = caller;
        this.clock = clock;
        this.inForce = inForce;
    }

    SealedEntryView review(UUID id, @Nullable String ifMatch, SealedReview request) {
        return audited.run(RegisterEvent.SEALED_CHANGED, trail -> {
            var sealing = sealed.standing(id, trail);
            permits.require(Action.REVIEW_ENTRY, Relationship.HOLDER);
            Versions.require(ifMatch, sealing.version);
            requirePossible(request.decidedOn(), sealing);
            // All queries first: each would flush what is changed so far, as a version of its own.
            var summary = texts.seal(id, request.summary());
            var measure = directory.measure(request.measure()).code();
            sealing.reviewDueOn = next(directory.placeOf(measure), request.decidedOn());
            sealing.measure = measure;
            sealing.harms = request.harms();
            sealing.risk = request.risk();
            sealing.summary = summary;
            entities.persist(review(id, request.decidedOn()));
            entities.flush();
            return sealed.view(sealing);
        });
    }

    SealedEntryView name(UUID id, @Nullable String ifMatch, List<Worker> named) {
        return audited.run(RegisterEvent.SEALED_CHANGED, trail -> {
            var sealing = sealed.standing(id, trail);
            permits.require(Action.REVIEW_ENTRY, Relationship.HOLDER);
            Versions.require(ifMatch, sealing.version);
            SealingEntry.requireTwo(named);
            var before = sealed.view(sealing);
            workers.name(id, named, caller.get());
            return before.nowNaming(SealedWorkers.shown(named));
        });
    }

    private void requirePossible(LocalDate decidedOn, Sealing sealing) {
        if (decidedOn.isAfter(LocalDate.now(clock)) || decidedOn.isBefore(sealing.startedOn)) {
            throw CommonProblem.INVALID_FIELDS
                    .because("A review is decided between the start of the measure and today.")
                    .at("decidedOn", "must be between the start of the measure and today");
        }
    }

    /** Of the place whose measure it is; by the national calendar, for that of an area would tell it. */
    private LocalDate next(String place, LocalDate decidedOn) {
        var rules = inForce.now();
        var rule = rules.closest(place, NEXT_REVIEW).orElseThrow();
        var start = decidedOn.atTime(12, 0).toInstant(ZoneOffset.UTC);
        return DueDate.of(rule, start, rules.calendar(place.split("-", 2)[0])).date();
    }

    private SealedReviewRow review(UUID sealing, LocalDate decidedOn) {
        var review = new SealedReviewRow();
        review.id = UUID.randomUUID();
        review.sealingId = sealing;
        review.decidedOn = decidedOn;
        review.decidedBy = caller.get().subject();
        review.writtenAt = clock.instant();
        return review;
    }
}
