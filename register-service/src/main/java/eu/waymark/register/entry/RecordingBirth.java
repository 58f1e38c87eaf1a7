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
import eu.waymark.register.entry.BirthResource.Birth;
import jakarta.inject.Singleton;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Records the birth of a child whose measure began before it: the review comes sooner (domain, EN-PREB). */
@Singleton
class RecordingBirth {

    private final Permits permits;
    private final Entries entries;
    private final Directory directory;
    private final ReviewClock reviews;
    private final AuditedWork audited;
    private final CurrentCaller caller;

    RecordingBirth(
            Permits permits,
            Entries entries,
            Directory directory,
            ReviewClock reviews,
            AuditedWork audited,
            CurrentCaller caller) {
        this.permits = permits;
        this.entries = entries;
        this.directory = directory;
        this.reviews = reviews;
        this.audited = audited;
        this.caller = caller;
    }

    EntryView record(UUID id, @Nullable String ifMatch, Birth birth) {
        return audited.run(RegisterEvent.BIRTH_RECORDED, trail -> {
            var entry = entries.heldBy(caller.get().agency(), id, trail);
            permits.require(Action.REVIEW_ENTRY, Relationship.HOLDER);
            if (!entry.isActive() || entry.expectedOn == null || entry.bornOn != null) {
                throw RegisterProblem.ILLEGAL_TRANSITION.because(
                        "Only a child who was entered before birth is born, and once.");
            }
            Versions.require(ifMatch, entry.version);
            var place = directory.placeOf(entry.measure);
            if (birth.measure() != null) {
                entry.measure = measureIn(place, birth.measure());
            }
            entry.bornOn = birth.bornOn();
            var afterBirth = reviews.afterBirth(place, birth.bornOn());
            if (entry.reviewDueOn == null || afterBirth.isBefore(entry.reviewDueOn)) {
                entry.reviewDueOn = afterBirth;
            }
            entries.flush();
            return entries.view(entry);
        });
    }

    private String measureIn(String place, String code) {
        var measure = directory.measure(code);
        if (measure.commonClass().equals(Entry.UNBORN_PLAN)
                || !directory.placeOf(code).equals(place)) {
            throw CommonProblem.INVALID_FIELDS
                    .because("The measure goes on after birth in the same place.")
                    .at("measure", "must be one of the same place for a child who is born");
        }
        return measure.code();
    }
}
