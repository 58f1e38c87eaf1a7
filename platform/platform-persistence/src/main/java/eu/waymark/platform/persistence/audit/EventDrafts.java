package eu.waymark.platform.persistence.audit;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import eu.waymark.platform.persistence.crypto.SealedDetails;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Turns a trail into the events that tell it, with their details sealed beside them. */
@Singleton
class EventDrafts {

    private final PersonTags tags;
    private final ConcealedWork concealed;
    private final SealedDetails cipher;
    private final ObjectMapper json;
    private final Clock clock;

    EventDrafts(PersonTags tags, ConcealedWork concealed, SealedDetails cipher, ObjectMapper json, Clock clock) {
        this.tags = tags;
        this.concealed = concealed;
        this.cipher = cipher;
        this.json = json;
        this.clock = clock;
    }

    /**
     * An event that is ready to be written.
     *
     * @param sealed its details, absent where there is nothing to hide
     */
    record Draft(UUID id, ObjectNode event, byte @Nullable [] sealed) {}

    /** Events in order: one, or as many as it takes to name every child. */
    List<Draft> of(AuditEventType type, Actor actor, Trail trail, Outcome outcome) {
        if (!trail.isConcealed() && concealed.covers(actor, trail)) {
            // All of it: other records of the list may be of the same child.
            trail.conceal();
        }
        // One sealed subject hides the agency in every part, or another part would tell it.
        Set<String> hidden = trail.isConcealed() ? trail.subjects() : tags.sealedAmong(trail.subjects());
        return Part.of(trail.subjects()).stream()
                .map(part -> draft(EventBody.of(type, actor, outcome, trail, part), trail, part, hidden))
                .toList();
    }

    /** An event without children and details. */
    Draft of(ObjectNode event) {
        var id = UUID.randomUUID();
        EventBody.identify(event, id, clock.instant());
        return new Draft(id, event, null);
    }

    private Draft draft(ObjectNode event, Trail trail, Part part, Set<String> hidden) {
        var core = Concealment.core(event);
        var isHiding = trail.isConcealed() || !hidden.isEmpty();
        if (isHiding) {
            Concealment.hide(event, hidden);
        }
        if (!part.isOnly()) {
            EventBody.note(event, "part", part.number() + "/" + part.of());
        }
        var draft = of(event);
        Map<String, Object> details = part.isFirst() ? trail.details() : Map.of();
        return details.isEmpty() && !isHiding ? draft : sealed(draft, details, core);
    }

    private Draft sealed(Draft draft, Map<String, Object> details, ObjectNode core) {
        var box = cipher.seal(draft.id(), EventDetails.bytes(json.valueToTree(details), core));
        draft.event()
                .putObject("sealed")
                .put("alg", SealedDetails.ALGORITHM)
                .put("kid", box.kid())
                .put("sha256", box.sha256());
        return new Draft(draft.id(), draft.event(), box.bytes());
    }
}
