package eu.waymark.register.relation;

import eu.waymark.platform.persistence.audit.AuditEventType;
import eu.waymark.platform.persistence.audit.PersonTags;
import eu.waymark.platform.persistence.audit.Trail;
import eu.waymark.platform.persistence.erasure.Erasures;
import eu.waymark.platform.persistence.fact.Fact;
import eu.waymark.platform.persistence.fact.FactHandler;
import eu.waymark.register.RegisterEvent;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.UUID;

/** Keeps that an agency has begun to work with a child. */
@Singleton
class RelationBegun implements FactHandler {

    private final Relations relations;
    private final PersonTags tags;
    private final Erasures erasures;

    RelationBegun(Relations relations, PersonTags tags, Erasures erasures) {
        this.relations = relations;
        this.tags = tags;
        this.erasures = erasures;
    }

    @Override
    public String type() {
        return "relation.begun";
    }

    @Override
    public Optional<AuditEventType> event() {
        return Optional.of(RegisterEvent.RELATION_BEGUN);
    }

    @Override
    public void handle(Fact fact, Trail trail) {
        var data = fact.data();
        var record = UUID.fromString(data.required("recordId").asText());
        var work = UUID.fromString(data.required("referral").asText());
        trail.resource(work.toString());
        tags.find(record).ifPresent(trail::about);
        if (!erasures.isErased(record) && relations.findById(work) == null) {
            var relation = new Relation();
            relation.id = work;
            relation.personRecordId = record;
            relation.agency = data.required("agency").asText();
            relation.kind = data.required("kind").asText();
            relation.begunAt = fact.time();
            relations.persist(relation);
        }
    }
}
