package eu.waymark.register.disclosure;

import eu.waymark.access.AccessLevel;
import eu.waymark.access.Action;
import eu.waymark.access.Relationship;
import eu.waymark.platform.persistence.access.Permits;
import eu.waymark.platform.persistence.audit.AuditedWork;
import eu.waymark.platform.web.caller.CurrentAccess;
import eu.waymark.platform.web.caller.CurrentCaller;
import eu.waymark.register.RegisterEvent;
import eu.waymark.register.check.Matches;
import eu.waymark.register.directory.Directory.Terms;
import eu.waymark.register.entry.Entries;
import eu.waymark.register.notification.NotificationKind;
import eu.waymark.register.notification.Notifications;
import eu.waymark.register.relation.Relations;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/**
 * Asks for content, on a basis in force between both countries on this day: an agreement discloses the summary at once
 * (architecture, invariant 4), anything else the holder decides within the clock of the basis.
 */
@Singleton
class RequestingDisclosure {

    /** The level of an agreement that discloses without a request being decided. */
    private static final String AT_ONCE = "summary";

    private final Permits permits;
    private final AuditedWork audited;
    private final Matches matches;
    private final Entries entries;
    private final Relations relations;
    private final AnswerClock answerClock;
    private final Disclosures disclosures;
    private final SharingGrounds grounds;
    private final AgreedContent agreed;
    private final Decisions decisions;
    private final Notifications notifications;
    private final CurrentCaller caller;
    private final CurrentAccess access;
    private final Clock clock;

    RequestingDisclosure(
            Permits permits,
            AuditedWork audited,
            Matches matches,
            Entries entries,
            Relations relations,
            AnswerClock answerClock,
            Disclosures disclosures,
            SharingGrounds grounds,
            AgreedContent agreed,
            Decisions decisions,
            Notifications notifications,
            CurrentCaller caller,
            CurrentAccess access,
            Clock clock) {
        this.permits = permits;
        this.audited = audited;
        this.matches = matches;
        this.entries = entries;
        this.relations = relations;
        this.answerClock = answerClock;
        this.disclosures = disclosures;
        this.grounds = grounds;
        this.agreed = agreed;
        this.decisions = decisions;
        this.notifications = notifications;
        this.caller = caller;
        this.access = access;
        this.clock = clock;
    }

    DisclosureView request(UUID handle) {
        return audited.run(RegisterEvent.DISCLOSURE_REQUESTED, trail -> {
            var entryId = matches.confirmedEntry(handle);
            permits.require(Action.REQUEST_DISCLOSURE, relations.of(caller.get().agency(), entries.childOf(entryId)));
            entries.trace(List.of(entryId), trail);
            var disclosure = disclosure(handle, entryId);
            var terms = onBasis(disclosure);
            disclosures.persistAndFlush(disclosure);
            var told = terms.filter(stands -> stands.level().equals(AT_ONCE)).isPresent() && mayReadAtOnce()
                    ? agreed.tellable(disclosure)
                    : List.<String>of();
            if (told.isEmpty()) {
                notify(disclosure, NotificationKind.DISCLOSURE_REQUESTED);
            } else {
                disclosure.giveByAgreement(told, disclosure.askedAt);
                decisions.record(disclosure, "by-agreement", null);
                notify(disclosure, NotificationKind.DISCLOSURE_GIVEN);
            }
            disclosures.flush();
            trail.resource(disclosure.id.toString());
            trail.note("agreement", Objects.requireNonNullElse(disclosure.agreement, disclosure.legalBasis));
            trail.note("decision", disclosure.status);
            trail.created(DisclosuresResource.PATH + "/" + disclosure.id);
            return disclosures.view(disclosure);
        });
    }

    /** Where the policy lets the asker read nothing without a decision, somebody decides. */
    private boolean mayReadAtOnce() {
        return permits.allows(AccessLevel.SUMMARY.name(), Relationship.AGREEMENT);
    }

    private void notify(Disclosure disclosure, NotificationKind kind) {
        notifications.tell(
                disclosure.holder,
                kind,
                disclosure.id,
                entries.childOf(disclosure.entryId),
                caller.get(),
                disclosure.purpose);
    }

    private Disclosure disclosure(UUID handle, UUID entryId) {
        var who = caller.get();
        var disclosure = new Disclosure();
        disclosure.id = UUID.randomUUID();
        disclosure.handle = handle;
        disclosure.entryId = entryId;
        disclosure.holder = entries.holderOf(entryId).orElseThrow();
        disclosure.askingAgency = who.agency();
        disclosure.askingCountry = who.country();
        disclosure.askedBy = who.subject();
        disclosure.askerName = who.name();
        disclosure.purpose = String.valueOf(access.get().purpose());
        disclosure.legalBasis = access.get().requireLegalBasis();
        disclosure.askedAt = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return disclosure;
    }

    /** @return the agreement, where the basis needs one: between two countries */
    private Optional<Terms> onBasis(Disclosure disclosure) {
        var stands = grounds.today(disclosure, disclosure.holder);
        disclosure.article = stands.basis().article();
        answerClock.start(disclosure, stands.basis(), disclosure.askedAt);
        disclosure.agreement = stands.agreed().map(Terms::agreement).orElse(null);
        return stands.agreed();
    }
}
