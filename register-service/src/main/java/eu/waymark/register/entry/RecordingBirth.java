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
import java.time.Clock;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Records the birth of a child whose measure began before it: the review comes sooner (domain, EN-PREB). */
@Singleton
class RecordingBirth {

    private static final Period TERM = Period.ofMonths(10);
    private static final Period OVERDUE = Period.ofMonths(2);

    private final Permits permits;
    private final Entries entries;
    private final Directory directory;
    private final ReviewClock reviews;
    private final AuditedWork audited;
    private final CurrentCaller caller;
    private final Clock clock;

    RecordingBirth(
            Permits permits,
            Entries entries,
            Directory directory,
            ReviewClock reviews,
            AuditedWork audited,
            CurrentCaller caller,
            Clock clock) {
        this.permits = permits;
        this.entries = entries;
        this.directory = directory;
        this.reviews = reviews;
        this.audited = audited;
        this.caller = caller;
        this.clock = clock;
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
            requirePossible(entry, birth);
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

    /** A child is born near the day on which the birth was expected. */
    private static void requirePossible(Entry entry, Birth birth) {
        var expected = Objects.requireNonNull(entry.expectedOn, "Only a child who is expected is born");
        if (birth.bornOn().isBefore(expected.minus(TERM)) || birth.bornOn().isAfter(expected.plus(OVERDUE))) {
            throw CommonProblem.INVALID_FIELDS
                    .because("The day must fit the day on which the birth was expected.")
                    .at("bornOn", "must lie between ten months before and two months after the expected day");
        }
    }

    private String measureIn(String place, String code) {
        var measure = directory.measureToChoose(code, LocalDate.now(clock.withZone(ZoneOffset.UTC)));
        if (measure.commonClass().equals(Entry.UNBORN_PLAN)
                || !directory.placeOf(code).equals(place)) {
            throw CommonProblem.INVALID_FIELDS
                    .because("The measure goes on after birth in the same place.")
                    .at("measure", "must be one of the same place for a child who is born");
        }
        return measure.code();
    }
}
