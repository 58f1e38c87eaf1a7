package eu.waymark.audit.event;

import eu.waymark.audit.log.Proofs;
import eu.waymark.platform.persistence.audit.Trail;
import eu.waymark.platform.web.paging.Page;
import eu.waymark.platform.web.paging.PageRequest;
import eu.waymark.platform.web.problem.CommonProblem;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import java.util.UUID;

/** Compliance looks at its own agency's events. Every look is an event, a refused one too. */
@ApplicationScoped
class Inspecting {

    private static final Set<String> PURPOSES = Set.of("AUDIT", "INSPECTION", "SUBJECT-ACCESS");

    private final Looks looks;
    private final AccessEvents events;
    private final Verifying verifying;
    private final Proofs proofs;

    Inspecting(Looks looks, AccessEvents events, Verifying verifying, Proofs proofs) {
        this.looks = looks;
        this.events = events;
        this.verifying = verifying;
        this.proofs = proofs;
    }

    /** @param verify whether each event is held against its leaf, and the leaf against the log */
    Page<AccessEvent> list(EventFilter filter, PageRequest page, boolean verify) {
        return looks.look(LookEvent.EVENTS_LISTED, PURPOSES, (agency, trail) -> {
            var rows = events.list(agency, filter, page.after(), page.limit() + 1);
            var found = Page.of(rows, page.limit(), AccessEvent::cursor, event -> event);
            trail.returned(found.items().size());
            // A tag is repeated on the trail only once it has proved to be one: somebody may have typed a name.
            if (filter.subject() != null && !rows.isEmpty()) {
                trail.about(filter.subject());
            }
            return verify ? new Page<>(verifying.verified(found.items()), found.next()) : found;
        });
    }

    AccessEvent read(UUID id) {
        return looks.look(LookEvent.EVENT_READ, PURPOSES, (agency, trail) -> find(agency, id, trail));
    }

    EventProof prove(UUID id) {
        return looks.look(LookEvent.EVENT_PROVED, PURPOSES, (agency, trail) -> {
            var event = find(agency, id, trail);
            return EventProof.of(events.leaf(event), proofs.inclusion(event.leafIndex()));
        });
    }

    private AccessEvent find(String agency, UUID id, Trail trail) {
        var event = events.find(agency, id)
                .orElseThrow(() -> CommonProblem.NOT_FOUND.because("There is no such event of your agency."));
        trail.resource(id.toString());
        trail.returned(1);
        event.subjects().forEach(trail::about);
        return event;
    }
}
