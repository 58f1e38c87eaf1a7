package eu.waymark.register.disclosure;

import eu.waymark.access.Action;
import eu.waymark.platform.persistence.access.Permits;
import eu.waymark.platform.persistence.audit.AuditedWork;
import eu.waymark.platform.web.caller.Caller;
import eu.waymark.platform.web.caller.CurrentAccess;
import eu.waymark.platform.web.caller.CurrentCaller;
import eu.waymark.register.RegisterEvent;
import eu.waymark.register.RegisterProblem;
import eu.waymark.register.check.Matches;
import eu.waymark.register.directory.Directory;
import eu.waymark.register.entry.Entries;
import eu.waymark.register.notification.NotificationKind;
import eu.waymark.register.notification.Notifications;
import eu.waymark.register.relation.Relations;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** Asks the holder for content, on a basis in force between both countries on this day. */
@Singleton
class RequestingDisclosure {

    /** Brussels IIb, article 80: the information is due within three months (domain, EU-80). */
    private static final int MONTHS_TO_ANSWER = 3;

    private final Permits permits;
    private final AuditedWork audited;
    private final Matches matches;
    private final Entries entries;
    private final Directory directory;
    private final Relations relations;
    private final Disclosures disclosures;
    private final Notifications notifications;
    private final CurrentCaller caller;
    private final CurrentAccess access;
    private final Clock clock;

    RequestingDisclosure(
            Permits permits,
            AuditedWork audited,
            Matches matches,
            Entries entries,
            Directory directory,
            Relations relations,
            Disclosures disclosures,
            Notifications notifications,
            CurrentCaller caller,
            CurrentAccess access,
            Clock clock) {
        this.permits = permits;
        this.audited = audited;
        this.matches = matches;
        this.entries = entries;
        this.directory = directory;
        this.relations = relations;
        this.disclosures = disclosures;
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
            disclosures.persistAndFlush(disclosure);
            notifications.tell(
                    disclosure.holder,
                    NotificationKind.DISCLOSURE_REQUESTED,
                    disclosure.id,
                    entries.childOf(entryId),
                    caller.get(),
                    disclosure.purpose);
            trail.resource(disclosure.id.toString());
            trail.note("agreement", disclosure.agreement);
            trail.created(DisclosuresResource.PATH + "/" + disclosure.id);
            return disclosures.view(disclosure);
        });
    }

    private Disclosure disclosure(UUID handle, UUID entryId) {
        var who = caller.get();
        var today = LocalDate.now(clock);
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
        disclosure.legalBasis = basis();
        disclosure.agreement = agreement(who, disclosure, today);
        disclosure.askedAt = clock.instant();
        disclosure.dueOn = today.plusMonths(MONTHS_TO_ANSWER);
        return disclosure;
    }

    private String basis() {
        var basis = access.get().legalBasis();
        if (basis == null) {
            throw RegisterProblem.LEGAL_BASIS_REQUIRED.because(
                    "Name the basis in the header 'Legal-Basis', for example hague-1996-34.");
        }
        return basis;
    }

    private String agreement(Caller who, Disclosure disclosure, LocalDate today) {
        var country = directory.countryOf(disclosure.holder).orElse("");
        return directory
                .agreement(who.country(), country, disclosure.legalBasis, disclosure.purpose, today)
                .orElseThrow(() -> RegisterProblem.NO_AGREEMENT.because(
                        "No agreement in force today between your countries covers this basis and purpose."
                                + " Call the desk, or ask your central authority."));
    }
}
