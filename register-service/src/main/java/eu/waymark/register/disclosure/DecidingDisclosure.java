package eu.waymark.register.disclosure;

import eu.waymark.access.Action;
import eu.waymark.access.Relationship;
import eu.waymark.platform.persistence.access.Permits;
import eu.waymark.platform.persistence.audit.AuditedWork;
import eu.waymark.platform.persistence.audit.Trail;
import eu.waymark.platform.web.caller.Caller;
import eu.waymark.platform.web.caller.CurrentCaller;
import eu.waymark.platform.web.http.Versions;
import eu.waymark.platform.web.problem.CommonProblem;
import eu.waymark.register.RegisterEvent;
import eu.waymark.register.RegisterProblem;
import eu.waymark.register.disclosure.Decisions.RecordedDecision;
import eu.waymark.register.disclosure.DisclosuresResource.Decision;
import eu.waymark.register.entry.Entries;
import eu.waymark.register.notification.NotificationKind;
import eu.waymark.register.notification.Notifications;
import jakarta.inject.Singleton;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The holder decides what is shared, and decides again. */
@Singleton
class DecidingDisclosure {

    private final Permits permits;
    private final AuditedWork audited;
    private final Disclosures disclosures;
    private final Decisions decisions;
    private final SharingGrounds grounds;
    private final Entries entries;
    private final Notifications notifications;
    private final CurrentCaller caller;
    private final Clock clock;

    DecidingDisclosure(
            Permits permits,
            AuditedWork audited,
            Disclosures disclosures,
            Decisions decisions,
            SharingGrounds grounds,
            Entries entries,
            Notifications notifications,
            CurrentCaller caller,
            Clock clock) {
        this.permits = permits;
        this.audited = audited;
        this.disclosures = disclosures;
        this.decisions = decisions;
        this.grounds = grounds;
        this.entries = entries;
        this.notifications = notifications;
        this.caller = caller;
        this.clock = clock;
    }

    DisclosureView decide(UUID id, @Nullable String ifMatch, Decision decision) {
        return audited.run(RegisterEvent.DISCLOSURE_DECIDED, trail -> {
            var disclosure = disclosures.involving(id, LockModeType.PESSIMISTIC_WRITE, trail);
            requireHolder(disclosure);
            return decide(disclosure, ifMatch, decision, trail);
        });
    }

    /** Whoever has been found to be the one who decides. */
    DisclosureView decide(Disclosure disclosure, @Nullable String ifMatch, Decision decision, Trail trail) {
        permits.require(Action.DECIDE_DISCLOSURE, Relationship.HOLDER);
        Versions.require(ifMatch, disclosure.version);
        var wasKept = disclosures.isKept(disclosure);
        var kind = apply(decision, disclosure);
        decisions.record(disclosure, decision.decision(), disclosure.isAccepted() ? decision.necessity() : null);
        if (!wasKept || disclosure.isAccepted()) {
            notifications.tell(
                    disclosure.askingAgency,
                    kind,
                    disclosure.id,
                    entries.childOf(disclosure.entryId),
                    national(caller.get()),
                    null);
        }
        trail.note("decision", disclosure.status);
        trail.note("sections", String.join(",", disclosure.sections));
        disclosures.flush();
        return disclosures.view(disclosure);
    }

    List<RecordedDecision> decisions(UUID id) {
        return audited.run(RegisterEvent.DISCLOSURE_DECISIONS_READ, trail -> {
            var disclosure = disclosures.involving(id, trail);
            requireHolder(disclosure);
            var all = decisions.of(id);
            trail.returned(all.size());
            return all;
        });
    }

    private void requireHolder(Disclosure disclosure) {
        if (!entries.isHeldBy(caller.get().agency(), disclosure.entryId)) {
            throw CommonProblem.FORBIDDEN.because("Only the holder decides.");
        }
        permits.require(Action.DECIDE_DISCLOSURE, Relationship.HOLDER);
    }

    /** @return what the asker is told of */
    private NotificationKind apply(Decision decision, Disclosure disclosure) {
        var by = caller.get().subject();
        var at = now();
        return switch (decision.decision()) {
            case "refuse" -> {
                disclosure.refuse(decision.requiredReason(), by, at);
                yield NotificationKind.DISCLOSURE_REFUSED;
            }
            case "revoke" -> {
                disclosure.revoke(decision.requiredReason(), by, at);
                yield NotificationKind.DISCLOSURE_REVOKED;
            }
            default -> share(decision, disclosure, by, at);
        };
    }

    private NotificationKind share(Decision decision, Disclosure disclosure, String by, Instant at) {
        decision.requiredNecessity();
        if (entries.safeguards(disclosure.entryId).transmissionDanger()) {
            throw RegisterProblem.ILLEGAL_TRANSITION.because(
                    "The entry says that to tell would endanger: take that back first, or refuse.");
        }
        var told = decision.told();
        if (!disclosure.covers(told)) {
            grounds.today(disclosure, entries.holderOf(disclosure.entryId).orElse(disclosure.holder));
        }
        switch (decision.decision()) {
            case "accept" -> disclosure.accept(told, by, at);
            case "share-again" -> disclosure.shareAgain(told, by, at);
            default -> {
                disclosure.change(told, by, at);
                return NotificationKind.DISCLOSURE_CHANGED;
            }
        }
        return NotificationKind.DISCLOSURE_ACCEPTED;
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

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
