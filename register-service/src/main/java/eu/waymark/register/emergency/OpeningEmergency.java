package eu.waymark.register.emergency;

import eu.waymark.access.Action;
import eu.waymark.access.Relationship;
import eu.waymark.platform.persistence.access.Permits;
import eu.waymark.platform.persistence.audit.AuditedWork;
import eu.waymark.platform.persistence.audit.Trail;
import eu.waymark.platform.web.caller.CurrentAccess;
import eu.waymark.platform.web.caller.CurrentCaller;
import eu.waymark.platform.web.problem.CommonProblem;
import eu.waymark.register.RegisterEvent;
import eu.waymark.register.RegisterProblem;
import eu.waymark.register.basis.WorkingTime;
import eu.waymark.register.check.Matches;
import eu.waymark.register.directory.Directory;
import eu.waymark.register.emergency.EmergencyViews.NewAccess;
import eu.waymark.register.emergency.EmergencyViews.Opened;
import eu.waymark.register.entry.Entries;
import eu.waymark.register.notification.NotificationKind;
import eu.waymark.register.notification.Notifications;
import jakarta.inject.Singleton;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Breaks the glass: nobody approves, everybody concerned is told at once, and somebody else reviews it. */
@Singleton
class OpeningEmergency {

    static final String PURPOSE = "CP-EMERGENCY";

    private static final Duration LIFE = Duration.ofMinutes(30);

    private final Permits permits;
    private final AuditedWork audited;
    private final EmergencyAccesses accesses;
    private final EmergencyTexts texts;
    private final Matches matches;
    private final Entries entries;
    private final Directory directory;
    private final WorkingTime workingTime;
    private final Notifications notifications;
    private final CurrentCaller caller;
    private final CurrentAccess access;
    private final Clock clock;

    OpeningEmergency(
            Permits permits,
            AuditedWork audited,
            EmergencyAccesses accesses,
            EmergencyTexts texts,
            Matches matches,
            Entries entries,
            Directory directory,
            WorkingTime workingTime,
            Notifications notifications,
            CurrentCaller caller,
            CurrentAccess access,
            Clock clock) {
        this.permits = permits;
        this.audited = audited;
        this.accesses = accesses;
        this.texts = texts;
        this.matches = matches;
        this.entries = entries;
        this.directory = directory;
        this.workingTime = workingTime;
        this.notifications = notifications;
        this.caller = caller;
        this.access = access;
        this.clock = clock;
    }

    Opened open(NewAccess wanted) {
        return audited.run(RegisterEvent.EMERGENCY_OPENED, trail -> {
            require();
            var opened = opened(wanted.reason());
            if (wanted.handle() != null) {
                bind(opened, wanted.handle(), trail);
            }
            accesses.persistAndFlush(opened);
            notifications.tellOfOwn(opened.reviewBy, NotificationKind.EMERGENCY_REVIEW_DUE, opened.id);
            if (opened.entryId != null) {
                tell(opened, opened.entryId);
            }
            trail.resource(opened.id.toString());
            trail.note("ofPersonToday", Integer.toString(opened.dayNo));
            trail.created(EmergencyResource.PATH + "/" + opened.id);
            return Opened.of(opened);
        });
    }

    /** Names the one child of an access that was opened to search. */
    Opened name(UUID id, UUID handle) {
        return audited.run(RegisterEvent.EMERGENCY_CHILD_NAMED, trail -> {
            require();
            var opened = own(id, LockModeType.PESSIMISTIC_WRITE, trail);
            if (opened.entryId != null) {
                throw RegisterProblem.ILLEGAL_TRANSITION.because(
                        "An emergency access covers one child: open another for another child.");
            }
            bind(opened, handle, trail);
            accesses.flush();
            tell(opened, Optional.ofNullable(opened.entryId).orElseThrow());
            return Opened.of(opened);
        });
    }

    /**
     * An access that the caller opened and that is in force.
     *
     * @throws eu.waymark.platform.web.problem.ProblemException 404 for one of another and an unknown one alike, 410 for one
     *     that has expired
     */
    EmergencyAccess own(UUID id, LockModeType lock, Trail trail) {
        trail.resource(id.toString());
        var opened = accesses.findByIdOptional(id, lock)
                .filter(found -> found.openedBy.equals(caller.get().subject())
                        && found.agency.equals(caller.get().agency()))
                .orElseThrow(EmergencyAccesses::unknown);
        if (opened.hasExpired(clock.instant())) {
            throw RegisterProblem.EMERGENCY_EXPIRED.because("It lasted 30 minutes. Open another where it still burns.");
        }
        return opened;
    }

    private void require() {
        if (!PURPOSE.equals(access.get().purpose())) {
            throw CommonProblem.FORBIDDEN.because(
                    "An emergency is stated as such: send 'Purpose-Of-Use: CP-EMERGENCY'.");
        }
        permits.require(Action.OPEN_EMERGENCY_ACCESS, Relationship.NONE);
    }

    private void bind(EmergencyAccess opened, UUID handle, Trail trail) {
        var entryId = matches.confirmedEntry(handle);
        entries.trace(List.of(entryId), trail);
        opened.bind(entryId, clock.instant().truncatedTo(ChronoUnit.MICROS));
    }

    private EmergencyAccess opened(String reason) {
        var who = caller.get();
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var due = NextWorkingDay.after(now, workingTime.of(who.country()));
        var opened = new EmergencyAccess();
        opened.id = UUID.randomUUID();
        opened.openedBy = who.subject();
        opened.openerName = who.name();
        opened.agency = who.agency();
        opened.country = who.country();
        opened.openedAt = now;
        opened.expiresAt = now.plus(LIFE);
        opened.openedOn = due.today();
        opened.reviewDueOn = due.last();
        opened.reviewDueUntil = due.until();
        opened.dayNo = accesses.nextOf(opened);
        opened.reviewBy = opened.dayNo == 1 ? opened.agency : reviewerApart(opened);
        texts.seal(opened, reason);
        return opened;
    }

    /** Who reviews what one person does again on one day: the central authority, or who inspects it. */
    private String reviewerApart(EmergencyAccess opened) {
        return directory
                .centralAuthority(opened.country)
                .filter(authority -> !authority.equals(opened.agency))
                .or(() -> directory.inspectorates(opened.country).stream().findFirst())
                .orElse(opened.agency);
    }

    private void tell(EmergencyAccess opened, UUID entryId) {
        var child = entries.childOf(entryId);
        var holder = entries.holderOf(entryId).orElseThrow();
        var authority =
                directory.countryOf(holder).flatMap(directory::centralAuthority).filter(one -> !one.equals(holder));
        notifications.tell(holder, NotificationKind.EMERGENCY_OPENED, opened.id, child, caller.get(), PURPOSE);
        authority.ifPresent(one ->
                notifications.tellNationally(one, NotificationKind.EMERGENCY_OPENED, opened.id, child, opened.country));
    }
}
