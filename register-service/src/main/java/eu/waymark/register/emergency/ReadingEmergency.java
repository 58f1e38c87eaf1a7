package eu.waymark.register.emergency;

import eu.waymark.access.Action;
import eu.waymark.access.Relationship;
import eu.waymark.platform.persistence.access.Permits;
import eu.waymark.platform.persistence.audit.AuditedWork;
import eu.waymark.platform.web.caller.CurrentCaller;
import eu.waymark.platform.web.paging.Cursor;
import eu.waymark.platform.web.paging.Page;
import eu.waymark.platform.web.paging.PageRequest;
import eu.waymark.register.RegisterEvent;
import eu.waymark.register.RegisterProblem;
import eu.waymark.register.barrier.Barriers;
import eu.waymark.register.directory.Directory;
import eu.waymark.register.emergency.EmergencyViews.Summary;
import eu.waymark.register.emergency.EmergencyViews.View;
import eu.waymark.register.entry.Entries;
import eu.waymark.register.entry.ReadingAsHolder;
import jakarta.inject.Singleton;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/** What the opener reads of the child, and what reviewers and the holder read of the access. */
@Singleton
class ReadingEmergency {

    private final Permits permits;
    private final AuditedWork audited;
    private final OpeningEmergency opening;
    private final EmergencyAccesses accesses;
    private final Entries entries;
    private final ReadingAsHolder reading;
    private final Barriers barriers;
    private final Directory directory;
    private final CurrentCaller caller;

    ReadingEmergency(
            Permits permits,
            AuditedWork audited,
            OpeningEmergency opening,
            EmergencyAccesses accesses,
            Entries entries,
            ReadingAsHolder reading,
            Barriers barriers,
            Directory directory,
            CurrentCaller caller) {
        this.permits = permits;
        this.audited = audited;
        this.opening = opening;
        this.accesses = accesses;
        this.entries = entries;
        this.reading = reading;
        this.barriers = barriers;
        this.directory = directory;
        this.caller = caller;
    }

    Summary summary(UUID id) {
        return audited.run(RegisterEvent.EMERGENCY_SUMMARY_READ, trail -> {
            var opened = opening.own(id, LockModeType.NONE, trail);
            var entryId = opened.entryId;
            if (entryId == null) {
                throw RegisterProblem.ILLEGAL_TRANSITION.because("Name the child first, by the handle of a check.");
            }
            if (!barriers.isNoneBefore(entryId)) {
                throw EmergencyAccesses.unknown();
            }
            permits.requireLevel("SUMMARY", Relationship.EMERGENCY_ACCESS);
            entries.trace(List.of(entryId), trail);
            accesses.countReading(opened);
            var told = entries.tell(entryId);
            var country =
                    entries.holderOf(entryId).flatMap(directory::countryOf).orElse("");
            return new Summary(
                    country,
                    told.measure(),
                    told.harms(),
                    told.risk(),
                    told.status(),
                    told.summary(),
                    opened.expiresAt);
        });
    }

    Page<View> toReview(boolean onlyOpen, PageRequest page) {
        return audited.run(RegisterEvent.EMERGENCY_LISTED, trail -> {
            permits.require(Action.REVIEW_EMERGENCY_ACCESS, Relationship.NONE);
            var rows = accesses.toReview(onlyOpen, page.after(), page.limit());
            var shown = rows.stream().limit(page.limit()).toList();
            entries.trace(
                    shown.stream()
                            .map(one -> one.entryId)
                            .filter(Objects::nonNull)
                            .toList(),
                    trail);
            trail.returned(shown.size());
            return Page.of(rows, page.limit(), a -> new Cursor(a.openedAt, a.id), accesses::listed);
        });
    }

    View read(UUID id) {
        return audited.run(RegisterEvent.EMERGENCY_READ, trail -> {
            trail.resource(id.toString());
            var found = accesses.findByIdOptional(id).orElseThrow(EmergencyAccesses::unknown);
            var view = viewFor(found);
            if (found.entryId != null) {
                entries.trace(List.of(found.entryId), trail);
            }
            return view;
        });
    }

    private View viewFor(EmergencyAccess found) {
        var agency = caller.get().agency();
        if (accesses.isReviewer(found)) {
            permits.require(Action.REVIEW_EMERGENCY_ACCESS, Relationship.NONE);
            return accesses.forReviewer(found);
        }
        var entryId = found.entryId;
        if (entryId == null || !barriers.isNoneBefore(entryId)) {
            throw EmergencyAccesses.unknown();
        }
        if (entries.isHeldBy(agency, entryId)) {
            reading.require();
            return accesses.forHolder(found);
        }
        var overseer = entries.holderOf(entryId).flatMap(directory::countryOf).flatMap(directory::centralAuthority);
        if (overseer.filter(agency::equals).isEmpty()) {
            throw EmergencyAccesses.unknown();
        }
        return accesses.listed(found);
    }
}
