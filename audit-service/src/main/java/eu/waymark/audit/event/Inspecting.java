package eu.waymark.audit.event;

import eu.waymark.audit.log.Proofs;
import eu.waymark.platform.persistence.audit.AuditEventType;
import eu.waymark.platform.persistence.audit.AuditedWork;
import eu.waymark.platform.persistence.audit.Trail;
import eu.waymark.platform.web.caller.CurrentAccess;
import eu.waymark.platform.web.caller.CurrentCaller;
import eu.waymark.platform.web.paging.Page;
import eu.waymark.platform.web.paging.PageRequest;
import eu.waymark.platform.web.problem.CommonProblem;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;

/** Compliance looks at its own agency's events. Every look is an event, a refused one too. */
@ApplicationScoped
class Inspecting {

    private static final Set<String> PURPOSES = Set.of("AUDIT", "INSPECTION", "SUBJECT-ACCESS");

    private final AuditedWork audited;
    private final CurrentCaller caller;
    private final CurrentAccess access;
    private final AccessEvents events;
    private final Proofs proofs;

    Inspecting(AuditedWork audited, CurrentCaller caller, CurrentAccess access, AccessEvents events, Proofs proofs) {
        this.audited = audited;
        this.caller = caller;
        this.access = access;
        this.events = events;
        this.proofs = proofs;
    }

    Page<AccessEvent> list(EventFilter filter, PageRequest page) {
        return look(LookEvent.EVENTS_LISTED, (agency, trail) -> {
            var rows = events.list(agency, filter, page.after(), page.limit() + 1);
            var found = Page.of(rows, page.limit(), AccessEvent::cursor, event -> event);
            trail.returned(found.items().size());
            // A tag is repeated on the trail only once it has proved to be one: somebody may have typed a name.
            if (filter.subject() != null && !rows.isEmpty()) {
                trail.about(filter.subject());
            }
            return found;
        });
    }

    AccessEvent read(UUID id) {
        return look(LookEvent.EVENT_READ, (agency, trail) -> find(agency, id, trail));
    }

    EventProof prove(UUID id) {
        return look(LookEvent.EVENT_PROVED, (agency, trail) -> {
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

    private <T> T look(AuditEventType type, BiFunction<String, Trail, T> work) {
        return audited.run(type, trail -> {
            if (!PURPOSES.contains(String.valueOf(access.get().purpose()))) {
                throw CommonProblem.PURPOSE_NOT_PERMITTED.because(
                        "The audit trail is read for AUDIT, INSPECTION or SUBJECT-ACCESS.");
            }
            var agency = caller.get().agency();
            if (agency.isBlank()) {
                throw CommonProblem.FORBIDDEN.because("Only people of an agency read its audit trail.");
            }
            return work.apply(agency, trail);
        });
    }
}
