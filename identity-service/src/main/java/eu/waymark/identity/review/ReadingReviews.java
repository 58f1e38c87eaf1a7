package eu.waymark.identity.review;

import eu.waymark.access.Action;
import eu.waymark.access.Relationship;
import eu.waymark.identity.IdentityEvent;
import eu.waymark.identity.IdentityProblem;
import eu.waymark.identity.link.Comparing;
import eu.waymark.identity.link.LinkedRecord;
import eu.waymark.identity.link.Pair;
import eu.waymark.identity.link.Pairs;
import eu.waymark.identity.record.PersonRecord;
import eu.waymark.identity.record.PersonRecords;
import eu.waymark.platform.persistence.access.Permits;
import eu.waymark.platform.persistence.audit.AuditedWork;
import eu.waymark.platform.web.caller.Caller;
import eu.waymark.platform.web.paging.Page;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Shows the queue to those who may decide, and both records of a pair to the one who has claimed it. */
@ApplicationScoped
class ReadingReviews {

    private static final String CENTRAL = "central-authority";

    private final AuditedWork work;
    private final Permits permits;
    private final ReviewAccess access;
    private final Reviews reviews;
    private final Pairs pairs;
    private final Comparing comparing;
    private final PersonRecords records;
    private final Notes notes;
    private final Clock clock;

    ReadingReviews(
            AuditedWork work,
            Permits permits,
            ReviewAccess access,
            Reviews reviews,
            Pairs pairs,
            Comparing comparing,
            PersonRecords records,
            Notes notes,
            Clock clock) {
        this.work = work;
        this.permits = permits;
        this.access = access;
        this.reviews = reviews;
        this.pairs = pairs;
        this.comparing = comparing;
        this.records = records;
        this.notes = notes;
        this.clock = clock;
    }

    Page<ReviewView> queue(@Nullable String cursor, int limit) {
        return work.run(IdentityEvent.REVIEWS_LISTED, trail -> {
            var by = access.caller();
            var ofCountry = by.has(CENTRAL) && by.agencyType().equals(CENTRAL);
            permits.require(Action.REVIEW_PERSONS, ofCountry ? Relationship.NONE : Relationship.HOLDER);
            var rows = reviews.queue(ofCountry, by, Place.after(cursor, reviews::place), limit + 1);
            var shown = rows.size() > limit ? rows.subList(0, limit) : rows;
            trail.returned(shown.size());
            var items = shown.stream()
                    .map(review -> {
                        var pair = pairs.of(review.recordA(), review.recordB());
                        pair.tell(trail);
                        return ReviewView.of(review, pair, by, clock.instant());
                    })
                    .toList();
            return new Page<>(
                    items, rows.size() > limit ? shown.getLast().place().encode() : null);
        });
    }

    SideBySide sideBySide(UUID id) {
        return work.run(IdentityEvent.REVIEW_READ, trail -> {
            var open = access.of(id, trail);
            if (!open.review().isClaimedBy(access.caller(), clock.instant())) {
                throw IdentityProblem.REVIEW_NOT_CLAIMED.because(
                        "Only who has claimed the review sees the records. A claim lasts for 30 minutes.");
            }
            trail.returned(1);
            return side(open);
        });
    }

    private SideBySide side(OpenReview open) {
        var by = access.caller();
        var pair = open.pair();
        var opened = reviews.openedBy(open.review());
        var score = comparing.score(pair);
        var readable = pair.records().stream().allMatch(record -> isReadable(record, pair, opened, by));
        return new SideBySide(
                access.view(open),
                pair.records().stream()
                        .map(record -> half(record, isReadable(record, pair, opened, by), by))
                        .toList(),
                SideBySide.Agreements.of(score.agreements()),
                readable ? score.probability() : null,
                readable
                        ? score.contributions().stream()
                                .map(SideBySide.Reason::of)
                                .toList()
                        : null,
                notes.read(open.review()));
    }

    /** What an agency opens, it opens to the other agency and not to third ones. */
    private static boolean isReadable(PersonRecord record, Pair pair, List<String> opened, Caller by) {
        return Pair.isOwn(record, by) || pair.isHeldBy(by) && opened.contains(record.agency());
    }

    private SideBySide.Half half(PersonRecord record, boolean readable, Caller by) {
        return new SideBySide.Half(LinkedRecord.of(record, by), readable ? records.open(record) : null);
    }
}
