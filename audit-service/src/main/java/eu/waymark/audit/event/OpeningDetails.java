package eu.waymark.audit.event;

import com.fasterxml.jackson.databind.JsonNode;
import eu.waymark.audit.AuditProblem;
import eu.waymark.audit.log.Alarms;
import eu.waymark.audit.log.Details;
import eu.waymark.audit.log.EventColumns;
import eu.waymark.platform.web.problem.CommonProblem;
import eu.waymark.platform.web.problem.ProblemType;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

/** Opens the sealed details of an event, such as search terms, for those who must know them. */
@ApplicationScoped
class OpeningDetails {

    private static final Set<String> PURPOSES = Set.of("INSPECTION", "COURT", "SUBJECT-ACCESS");

    private final Looks looks;
    private final Inspecting inspecting;
    private final AccessEvents events;
    private final Details details;
    private final Alarms alarms;

    OpeningDetails(Looks looks, Inspecting inspecting, AccessEvents events, Details details, Alarms alarms) {
        this.looks = looks;
        this.inspecting = inspecting;
        this.events = events;
        this.details = details;
        this.alarms = alarms;
    }

    /**
     * @throws eu.waymark.platform.web.problem.ProblemException 404 where there are none, 410 {@code details-erased}, 500
     *     {@code details-altered} or {@code details-unreadable}
     */
    EventDetails open(UUID id) {
        return looks.look(LookEvent.DETAILS_OPENED, PURPOSES, (agency, trail) -> {
            var asked = asked(inspecting.find(agency, id, trail));
            // Those of sealed children always have a box; one with nothing asked for must look like none.
            if (asked.isEmpty()) {
                throw none();
            }
            return new EventDetails(id, new TreeMap<>(asked));
        });
    }

    private Map<String, JsonNode> asked(AccessEvents.Found found) {
        var event = found.event();
        var seal = EventColumns.read(found.leaf()).map(EventColumns::seal).orElseThrow(OpeningDetails::none);
        var sealed = events.details(List.of(event)).get(event.leafIndex());
        if (sealed == null && events.isErased(event)) {
            throw AuditProblem.DETAILS_ERASED.because("Somebody whom this event is about has been erased.");
        }
        if (sealed == null || !seal.vouchesFor(sealed)) {
            throw alarm(event, AuditProblem.DETAILS_ALTERED);
        }
        return details.open(event.id(), seal.kid(), sealed)
                .map(Details.Opened::asked)
                .orElseThrow(() -> alarm(event, AuditProblem.DETAILS_UNREADABLE));
    }

    private RuntimeException alarm(AccessEvent event, ProblemType problem) {
        alarms.raise(Map.of(
                "alarm",
                problem == AuditProblem.DETAILS_ALTERED ? "log-altered" : problem.slug(),
                "table",
                "sealed_detail",
                "place",
                Long.toString(event.leafIndex())));
        return problem.because("The operator has been told; the event itself stands.");
    }

    private static RuntimeException none() {
        return CommonProblem.NOT_FOUND.because("This event has no further details.");
    }
}
