package eu.waymark.audit.event;

import eu.waymark.audit.log.Details;
import eu.waymark.audit.log.Proofs;
import eu.waymark.audit.log.Sources;
import eu.waymark.log.Hash;
import eu.waymark.platform.persistence.audit.Trail;
import eu.waymark.platform.web.paging.Page;
import eu.waymark.platform.web.paging.PageRequest;
import eu.waymark.platform.web.problem.CommonProblem;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Compliance looks at its own agency's events. Every look is an event, a refused one too. */
@ApplicationScoped
class Inspecting {

    private static final Set<String> PURPOSES = Set.of("AUDIT", "INSPECTION", "SUBJECT-ACCESS");

    private final Looks looks;
    private final AccessEvents events;
    private final Verifying verifying;
    private final Revealing revealing;
    private final Proofs proofs;
    private final Sources sources;

    Inspecting(
            Looks looks,
            AccessEvents events,
            Verifying verifying,
            Revealing revealing,
            Proofs proofs,
            Sources sources) {
        this.looks = looks;
        this.events = events;
        this.verifying = verifying;
        this.revealing = revealing;
        this.proofs = proofs;
        this.sources = sources;
    }

    /** @param verify whether each event is held against its leaf, and the leaf against the log */
    EventPage list(EventFilter filter, PageRequest page, boolean verify) {
        return looks.look(LookEvent.EVENTS_LISTED, PURPOSES, (agency, trail) -> {
            trail.seal(Details.TERMS, filter);
            // Asked first: what a source sends later is then not said to be here.
            var heard = sources.all();
            var rows = events.list(agency, filter, page.after(), page.limit() + 1);
            var found = Page.of(rows, page.limit(), AccessEvent::cursor, event -> event);
            trail.returned(found.items().size());
            trail.seal("eventIds", found.items().stream().map(AccessEvent::id).toList());
            // A tag is repeated in the open only once it has proved to be one, since somebody may have typed a name;
            // and only where the log shows it already.
            rows.stream()
                    .flatMap(row -> row.subjects().stream())
                    .filter(tag -> tag.equals(filter.subject()))
                    .findAny()
                    .ifPresent(trail::about);
            var judged = verify ? verifying.verified(found.items()) : found.items();
            return EventPage.of(new Page<>(revealing.revealed(agency, judged), found.next()), heard);
        });
    }

    AccessEvent read(UUID id) {
        return looks.look(LookEvent.EVENT_READ, PURPOSES, (agency, trail) -> revealing
                .revealed(agency, List.of(find(agency, id, trail).event()))
                .getFirst());
    }

    EventProof prove(UUID id) {
        return looks.look(LookEvent.EVENT_PROVED, PURPOSES, (agency, trail) -> {
            var found = find(agency, id, trail);
            var leaf = Hash.ofLeaf(found.leaf());
            return EventProof.of(found.leaf(), proofs.inclusion(found.event().leafIndex(), leaf));
        });
    }

    /** The event as its leaf tells it: the trail of the look must not say more than that. */
    AccessEvents.Found find(String agency, UUID id, Trail trail) {
        var found = events.find(agency, id)
                .orElseThrow(() -> CommonProblem.NOT_FOUND.because("There is no such event of your agency."));
        trail.resource(id.toString());
        trail.returned(1);
        found.event().subjects().forEach(trail::about);
        return found;
    }
}
