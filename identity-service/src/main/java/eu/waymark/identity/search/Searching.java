package eu.waymark.identity.search;

import eu.waymark.access.Action;
import eu.waymark.access.Relationship;
import eu.waymark.identity.IdentityEvent;
import eu.waymark.identity.demographics.BroadSearch;
import eu.waymark.identity.demographics.Demographics;
import eu.waymark.identity.record.FoundPerson;
import eu.waymark.identity.record.PersonFinder;
import eu.waymark.matching.score.Ranked;
import eu.waymark.platform.persistence.access.Permits;
import eu.waymark.platform.persistence.audit.AuditedWork;
import eu.waymark.platform.web.caller.CurrentCaller;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/** Asks whether somebody is known already, before a record is made of them. */
@ApplicationScoped
class Searching {

    private static final int MOST_SHOWN = 20;

    private final AuditedWork work;
    private final Permits permits;
    private final CurrentCaller caller;
    private final SearchPace pace;
    private final PersonFinder finder;
    private final Searches searches;
    private final ShownCandidates candidates;
    private final Clock clock;

    Searching(
            AuditedWork work,
            Permits permits,
            CurrentCaller caller,
            SearchPace pace,
            PersonFinder finder,
            Searches searches,
            ShownCandidates candidates,
            Clock clock) {
        this.work = work;
        this.permits = permits;
        this.caller = caller;
        this.pace = pace;
        this.finder = finder;
        this.searches = searches;
        this.candidates = candidates;
        this.clock = clock;
    }

    SearchAnswer search(Demographics who) {
        var by = caller.get();
        pace.admit(by, who);
        return work.run(IdentityEvent.SEARCHED, trail -> {
            trail.seal(SearchPace.TERMS, who);
            permits.require(Action.SEARCH_PERSONS, Relationship.NONE);
            BroadSearch.refuse(who);
            var search = searches.open(by, who);
            trail.resource(search.id().toString());
            var found = finder.find(who);
            var hits = found.hits().stream()
                    .filter(hit -> isOwn(hit, by.agency()) || !hit.record().restricted())
                    .limit(MOST_SHOWN)
                    .toList();
            hits.forEach(hit -> trail.about(hit.record().tag()));
            trail.seal("recordIds", hits.stream().map(hit -> hit.record().id()).toList());
            trail.returned(hits.size());
            var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
            return new SearchAnswer(
                    search.id(),
                    search.expiresAt(),
                    found.model(),
                    who.warnings(today),
                    shown(hits, search, by.agency()));
        });
    }

    private List<FoundCandidate> shown(List<Ranked<FoundPerson>> hits, Search search, String agency) {
        var foreign = hits.stream()
                .filter(hit -> !isOwn(hit, agency))
                .map(Ranked::record)
                .toList();
        var handles = candidates.show(search.id(), foreign);
        return hits.stream()
                .<FoundCandidate>map(hit -> isOwn(hit, agency) ? own(hit) : foreign(hit, handles))
                .sorted(Comparator.comparing(FoundCandidate::own).reversed())
                .toList();
    }

    private static boolean isOwn(Ranked<FoundPerson> hit, String agency) {
        return hit.record().agency().equals(agency);
    }

    private static FoundCandidate own(Ranked<FoundPerson> hit) {
        return new FoundCandidate.Own(
                true,
                hit.record().id(),
                hit.score().probability(),
                Wire.code(hit.band()),
                hit.margin(),
                hit.score().contributions().stream().map(Explanation::of).toList());
    }

    private static FoundCandidate foreign(Ranked<FoundPerson> hit, Map<UUID, UUID> handles) {
        return new FoundCandidate.Foreign(
                false,
                Objects.requireNonNull(handles.get(hit.record().id())),
                Agreements.of(hit.score().agreements()));
    }
}
