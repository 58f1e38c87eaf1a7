package eu.waymark.register.relation;

import eu.waymark.platform.persistence.audit.AuditEventType;
import eu.waymark.platform.persistence.audit.PersonTags;
import eu.waymark.platform.persistence.audit.Trail;
import eu.waymark.platform.persistence.fact.Fact;
import eu.waymark.platform.persistence.fact.FactHandler;
import eu.waymark.register.RegisterEvent;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.UUID;

/** Keeps that an agency works with a child no more. */
@Singleton
class RelationEnded implements FactHandler {

    private final Relations relations;
    private final PersonTags tags;

    RelationEnded(Relations relations, PersonTags tags) {
        this.relations = relations;
        this.tags = tags;
    }

    @Override
    public String type() {
        return "relation.ended";
    }

    @Override
    public Optional<AuditEventType> event() {
        return Optional.of(RegisterEvent.RELATION_ENDED);
    }

    @Override
    public void handle(Fact fact, Trail trail) {
        var work = UUID.fromString(fact.data().required("referral").asText());
        trail.resource(work.toString());
        var relation = relations.findById(work);
        if (relation != null) {
            tags.find(relation.personRecordId).ifPresent(trail::about);
            if (relation.endedAt == null) {
                relation.endedAt = fact.time().isBefore(relation.begunAt) ? relation.begunAt : fact.time();
            }
        }
    }
}
