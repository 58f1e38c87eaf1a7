package eu.waymark.register.disclosure;

import eu.waymark.access.Action;
import eu.waymark.access.Relationship;
import eu.waymark.platform.persistence.access.Permits;
import eu.waymark.platform.persistence.audit.AuditedWork;
import eu.waymark.platform.web.caller.CurrentCaller;
import eu.waymark.platform.web.http.Versions;
import eu.waymark.platform.web.problem.CommonProblem;
import eu.waymark.register.RegisterEvent;
import eu.waymark.register.directory.Directory;
import eu.waymark.register.entry.Entries;
import eu.waymark.register.notification.NotificationKind;
import eu.waymark.register.notification.Notifications;
import jakarta.inject.Singleton;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A refused asker turns to the holder's central authority, which upholds the refusal or has the holder decide anew. It shares
 * nothing itself: only the holder does.
 */
@Singleton
class EscalatingDisclosure {

    private final Permits permits;
    private final AuditedWork audited;
    private final Disclosures disclosures;
    private final SharingGrounds grounds;
    private final AnswerClock answerClock;
    private final Entries entries;
    private final Directory directory;
    private final Notifications notifications;
    private final CurrentCaller caller;
    private final Clock clock;

    EscalatingDisclosure(
            Permits permits,
            AuditedWork audited,
            Disclosures disclosures,
            SharingGrounds grounds,
            AnswerClock answerClock,
            Entries entries,
            Directory directory,
            Notifications notifications,
            CurrentCaller caller,
            Clock clock) {
        this.permits = permits;
        this.audited = audited;
        this.disclosures = disclosures;
        this.grounds = grounds;
        this.answerClock = answerClock;
        this.entries = entries;
        this.directory = directory;
        this.notifications = notifications;
        this.caller = caller;
        this.clock = clock;
    }

    DisclosureView escalate(UUID id) {
        return audited.run(RegisterEvent.DISCLOSURE_ESCALATED, trail -> {
            var disclosure = disclosures.involving(id, LockModeType.PESSIMISTIC_WRITE, trail);
            if (!disclosure.askingAgency.equals(caller.get().agency())) {
                throw CommonProblem.FORBIDDEN.because("Only the agency that asked escalates.");
            }
            var authority = directory.centralAuthority(country(disclosure));
            disclosure.escalate(isRefusedForAsker(disclosure), now(), authority.orElse(null));
            authority.ifPresent(to -> notifications.tell(
                    to,
                    NotificationKind.DISCLOSURE_ESCALATED,
                    disclosure.id,
                    entries.childOf(disclosure.entryId),
                    caller.get(),
                    disclosure.purpose));
            disclosures.flush();
            return disclosures.view(disclosure);
        });
    }

    /** @param isReopened whether the holder is to decide anew, and not only the refusal to stand */
    DisclosureView decide(UUID id, @Nullable String ifMatch, boolean isReopened) {
        return audited.run(RegisterEvent.DISCLOSURE_ESCALATION_DECIDED, trail -> {
            var disclosure = disclosures.involving(id, LockModeType.PESSIMISTIC_WRITE, trail);
            if (!caller.get().agency().equals(disclosure.escalatedTo)) {
                throw CommonProblem.FORBIDDEN.because("It was not taken to your agency.");
            }
            permits.require(Action.DECIDE_DISCLOSURE, Relationship.NONE);
            Versions.require(ifMatch, disclosure.version);
            trail.note("decision", isReopened ? Disclosure.REOPENED : Disclosure.UPHELD);
            disclosure.decideEscalation(
                    isReopened, isRefusedForAsker(disclosure), caller.get().subject(), now());
            if (isReopened) {
                answerClock.start(
                        disclosure,
                        grounds.today(disclosure, holder(disclosure)).basis(),
                        now());
                tell(holder(disclosure), NotificationKind.DISCLOSURE_REOPENED, disclosure);
            }
            if (!isReopened || !disclosures.isKept(disclosure)) {
                tell(
                        disclosure.askingAgency,
                        isReopened ? NotificationKind.DISCLOSURE_REOPENED : NotificationKind.DISCLOSURE_UPHELD,
                        disclosure);
            }
            disclosures.flush();
            return disclosures.view(disclosure);
        });
    }

    private boolean isRefusedForAsker(Disclosure disclosure) {
        return disclosures.isKept(disclosure) || disclosure.status.equals(Disclosure.REFUSED);
    }

    private void tell(String agency, NotificationKind kind, Disclosure disclosure) {
        notifications.tellNationally(
                agency, kind, disclosure.id, entries.childOf(disclosure.entryId), country(disclosure));
    }

    private String holder(Disclosure disclosure) {
        return entries.holderOf(disclosure.entryId).orElse(disclosure.holder);
    }

    private String country(Disclosure disclosure) {
        return directory.countryOf(disclosure.holder).orElse("");
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
