package eu.waymark.identity.link;

import eu.waymark.access.Action;
import eu.waymark.identity.IdentityEvent;
import eu.waymark.identity.IdentityProblem;
import eu.waymark.platform.persistence.access.Permits;
import eu.waymark.platform.persistence.audit.AuditedWork;
import eu.waymark.platform.persistence.audit.Trail;
import eu.waymark.platform.web.caller.Caller;
import eu.waymark.platform.web.caller.CurrentCaller;
import eu.waymark.platform.web.http.Versions;
import eu.waymark.platform.web.problem.CommonProblem;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Links two records for named workers only: an adopted child, somebody with a new identity. Each event names the side of
 * the worker alone, and seals both: the log must not explain one side to the other either.
 */
@ApplicationScoped
class SealingLink {

    private final AuditedWork work;
    private final CurrentCaller caller;
    private final Permits permits;
    private final Pairs pairs;
    private final Handles handles;
    private final Links links;
    private final Linking linking;
    private final SealedLinks sealedLinks;
    private final Clock clock;

    SealingLink(
            AuditedWork work,
            CurrentCaller caller,
            Permits permits,
            Pairs pairs,
            Handles handles,
            Links links,
            Linking linking,
            SealedLinks sealedLinks,
            Clock clock) {
        this.work = work;
        this.caller = caller;
        this.permits = permits;
        this.pairs = pairs;
        this.handles = handles;
        this.links = links;
        this.linking = linking;
        this.sealedLinks = sealedLinks;
        this.clock = clock;
    }

    SealedLinkView propose(NewSealedLink asked) {
        return work.run(IdentityEvent.SEALED_LINK_PROPOSED, trail -> {
            links.lock();
            var by = caller.get();
            var pair = pair(asked, by);
            tell(pair, by, trail);
            pairs.require(Action.LINK_PERSONS, pair, by);
            if (sealedLinks.isKnownTo(by.subject(), pair)) {
                throw IdentityProblem.ALREADY_DECIDED.because("You are named in a sealed link of the two.");
            }
            var link = new SealedLink(
                    pair, asked.reason(), Decider.of(by), clock.instant().truncatedTo(ChronoUnit.MICROS));
            var workers = new TreeSet<>(asked.workers());
            workers.add(by.subject());
            sealedLinks.add(link, workers);
            trail.resource(link.id().toString());
            trail.created(SealedLinkResource.location(link.id()).toString());
            return SealedLinkView.of(link, pair, by, clock.instant());
        });
    }

    SealedLinkView confirm(UUID id, @Nullable String ifMatch) {
        return change(IdentityEvent.SEALED_LINK_CONFIRMED, id, ifMatch, (link, pair, by) -> {
            if (link.isProposedBy(by) || !pair.isOfOneAgency() && link.isProposedFrom(by)) {
                throw IdentityProblem.SECOND_PERSON_NEEDED.because(
                        "Another of the named workers confirms this, of the other agency where there are two.");
            }
            link.confirm(by);
        });
    }

    SealedLinkView end(UUID id, @Nullable String ifMatch) {
        return change(IdentityEvent.SEALED_LINK_ENDED, id, ifMatch, (link, pair, by) -> {
            var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
            if (link.isInForce() && !link.isEndingProposed(now)) {
                link.proposeEnding(by, now);
            } else if (link.isInForce() && !link.isSecondToEnd(by, pair.isOfOneAgency())) {
                throw IdentityProblem.SECOND_PERSON_NEEDED.because(
                        "Its end is proposed. Another of the named workers ends it, of the other agency where there are two.");
            } else {
                link.end(by);
            }
        });
    }

    List<SealedLinkView> mine() {
        return work.run(IdentityEvent.SEALED_LINKS_READ, trail -> {
            permits.requireTold();
            var by = caller.get();
            var mine = sealedLinks.of(by.subject()).stream()
                    .filter(link -> pairs.of(link.recordA(), link.recordB()).isOpenTo(by))
                    .toList();
            trail.returned(mine.size());
            return mine.stream()
                    .map(link -> {
                        var pair = pairs.of(link.recordA(), link.recordB());
                        tell(pair, by, trail);
                        pairs.require(Action.LINK_PERSONS, pair, by);
                        return SealedLinkView.of(link, pair, by, clock.instant());
                    })
                    .toList();
        });
    }

    @FunctionalInterface
    private interface Change {
        void of(SealedLink link, Pair pair, Decider by);
    }

    private SealedLinkView change(IdentityEvent event, UUID id, @Nullable String ifMatch, Change change) {
        return work.run(event, trail -> {
            links.lock();
            trail.resource(id.toString());
            var by = caller.get();
            var link = sealedLinks.locked(id, by.subject()).orElseThrow(Pairs::unknown);
            var pair = pairs.of(link.recordA(), link.recordB());
            tell(pair, by, trail);
            pairs.require(Action.LINK_PERSONS, pair, by);
            Versions.require(ifMatch, link.version());
            linking.sealing(pair, () -> {
                change.of(link, pair, Decider.of(by));
                sealedLinks.flush();
            });
            return SealedLinkView.of(link, pair, by, clock.instant());
        });
    }

    private Pair pair(NewSealedLink asked, Caller by) {
        if (asked.handle() == null && asked.otherRecordId() != null) {
            return pairs.own(asked.recordId(), asked.otherRecordId(), by);
        }
        if (asked.handle() == null || asked.otherRecordId() != null) {
            throw CommonProblem.INVALID_FIELDS
                    .because("Name one other record.")
                    .at("handle", "either this or 'otherRecordId'");
        }
        return pairs.withOwn(asked.recordId(), handles.shown(asked.handle(), by), by);
    }

    private static void tell(Pair pair, Caller by, Trail trail) {
        pair.records().stream()
                .filter(record -> Pair.isOwn(record, by) || Pair.isUnder(record, by))
                .findFirst()
                .ifPresent(record -> trail.about(record.tag()));
        trail.seal(
                "recordIds", pair.records().stream().map(record -> record.id()).toList());
    }
}
