package eu.waymark.register.disclosure;

import eu.waymark.access.Action;
import eu.waymark.access.Relationship;
import eu.waymark.platform.persistence.access.Permits;
import eu.waymark.platform.persistence.audit.AuditedWork;
import eu.waymark.platform.web.caller.Caller;
import eu.waymark.platform.web.caller.CurrentCaller;
import eu.waymark.platform.web.http.Versions;
import eu.waymark.platform.web.problem.CommonProblem;
import eu.waymark.register.RegisterEvent;
import eu.waymark.register.directory.Directory;
import eu.waymark.register.disclosure.DisclosuresResource.Decision;
import eu.waymark.register.entry.Entries;
import eu.waymark.register.notification.NotificationKind;
import eu.waymark.register.notification.Notifications;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The holder accepts or refuses; a refused asker can turn to its central authority. */
@Singleton
class DecidingDisclosure {

    private final Permits permits;
    private final AuditedWork audited;
    private final Disclosures disclosures;
    private final Entries entries;
    private final Directory directory;
    private final Notifications notifications;
    private final CurrentCaller caller;
    private final Clock clock;

    DecidingDisclosure(
            Permits permits,
            AuditedWork audited,
            Disclosures disclosures,
            Entries entries,
            Directory directory,
            Notifications notifications,
            CurrentCaller caller,
            Clock clock) {
        this.permits = permits;
        this.audited = audited;
        this.disclosures = disclosures;
        this.entries = entries;
        this.directory = directory;
        this.notifications = notifications;
        this.caller = caller;
        this.clock = clock;
    }

    DisclosureView decide(UUID id, @Nullable String ifMatch, Decision decision) {
        return audited.run(RegisterEvent.DISCLOSURE_DECIDED, trail -> {
            var disclosure = disclosures.involving(id, trail);
            if (!disclosure.holder.equals(caller.get().agency())) {
                throw CommonProblem.FORBIDDEN.because("Only the holder decides.");
            }
            permits.require(Action.DECIDE_DISCLOSURE, Relationship.HOLDER);
            Versions.require(ifMatch, disclosure.version);
            apply(decision, disclosure);
            trail.note("decision", disclosure.status);
            disclosures.flush();
            return disclosures.view(disclosure);
        });
    }

    private void apply(Decision decision, Disclosure disclosure) {
        var by = caller.get();
        var child = entries.childOf(disclosure.entryId);
        if (decision.isAcceptance()) {
            disclosure.accept(by.subject(), clock.instant());
            notifications.tell(
                    disclosure.askingAgency,
                    NotificationKind.DISCLOSURE_ACCEPTED,
                    disclosure.id,
                    child,
                    national(by),
                    null);
        } else {
            disclosure.refuse(decision.requiredReason(), by.subject(), clock.instant());
            notifications.tell(
                    disclosure.askingAgency,
                    NotificationKind.DISCLOSURE_REFUSED,
                    disclosure.id,
                    child,
                    national(by),
                    null);
        }
    }

    /** Across a border the decision comes from the country, not from the council, which would tell where the child is. */
    private static Caller national(Caller by) {
        return new Caller(
                by.subject(),
                by.country(),
                by.country(),
                by.country(),
                by.agencyType(),
                by.roles(),
                by.purposes(),
                by.client());
    }

    DisclosureView escalate(UUID id) {
        return audited.run(RegisterEvent.DISCLOSURE_ESCALATED, trail -> {
            var disclosure = disclosures.involving(id, trail);
            if (!disclosure.askingAgency.equals(caller.get().agency())) {
                throw CommonProblem.FORBIDDEN.because("Only the agency that asked escalates.");
            }
            var country = directory.countryOf(disclosure.holder).orElse("");
            var authority = directory.centralAuthority(country);
            disclosure.escalate(clock.instant(), authority.orElse(null));
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
}
