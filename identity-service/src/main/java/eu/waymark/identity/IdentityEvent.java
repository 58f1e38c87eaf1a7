package eu.waymark.identity;

import eu.waymark.platform.persistence.audit.Action;
import eu.waymark.platform.persistence.audit.AuditEventType;

/**
 * Every event that this service writes to the audit log. Searching and resolving show no content and come before new
 * entries, so they are no {@link Action#READ}: they go on when the log has fallen behind (architecture, invariant 2).
 */
public enum IdentityEvent implements AuditEventType {
    SEARCHED("identity.search", Action.EXECUTE),
    /** Alarm: an actor has begun to search faster than anybody needs to. Once, until the actor pauses. */
    SEARCH_FLOOD("identity.search.flood", Action.EXECUTE),
    /** Somebody asked by encodings whether a child is known. */
    PRIVATE_QUERIED("identity.private-query", Action.EXECUTE),
    /** Alarm: a person, an agency or a case has begun to ask more than anybody needs to. Once, until the quota is new. */
    PRIVATE_QUERY_FLOOD("identity.private-query.flood", Action.EXECUTE),
    /** Alarm: an agency asked about nearly the same child of late, for another case. */
    PRIVATE_QUERY_REPEATED("identity.private-query.repeated", Action.EXECUTE),
    /** A replica read person records into its memory. */
    MIRROR_READ("identity.mirror.read", Action.EXECUTE),
    /** Person records were read to learn a model. */
    MODEL_READ("identity.model.read", Action.EXECUTE),
    MODEL_TRAINING_ASKED("identity.model.training", Action.EXECUTE),
    MODEL_PROPOSED("identity.model.proposed", Action.CREATE),
    MODEL_ACTIVATED("identity.model.activated", Action.UPDATE),
    /** Alarm: an actor leafs through names or dates. Once, until the hour is over. */
    SEARCH_ENUMERATION("identity.search.enumeration", Action.EXECUTE),
    PERSON_RECORDED("identity.person.recorded", Action.CREATE),
    PERSON_READ("identity.person.read", Action.READ),
    PERSON_CORRECTED("identity.person.corrected", Action.UPDATE),
    PERSON_HISTORY_READ("identity.person.history.read", Action.READ),
    PERSON_RESTRICTED("identity.person.restricted", Action.UPDATE),
    RESTRICTION_LIFTED("identity.person.restriction.lifted", Action.UPDATE),
    RESTRICTION_READ("identity.person.restriction.read", Action.READ),
    /** All that is held on a person was put together for their request. */
    SUBJECT_EXPORTED("identity.subject.exported", Action.READ),
    /** By the system: data keys were wrapped by a new row key. */
    KEYS_REWRAPPED("identity.keys.rewrapped", Action.EXECUTE),
    /** By the system: records were made findable under a new index key or scheme. */
    PERSONS_INDEXED("identity.persons.indexed", Action.EXECUTE),
    PERSONS_LISTED("identity.person.listed", Action.READ),
    PERSON_RESOLVED("identity.person.resolved", Action.EXECUTE),
    IMPORTED("identity.import", Action.CREATE),
    IMPORT_OPENED("identity.import.opened", Action.CREATE),
    IMPORT_ENDED("identity.import.ended", Action.UPDATE),
    IMPORT_READ("identity.import.read", Action.READ),
    ERASURE_PROPOSED("identity.erasure.proposed", Action.CREATE),
    ERASURE_READ("identity.erasure.read", Action.READ),
    ERASURE_WITHDRAWN("identity.erasure.withdrawn", Action.UPDATE),
    ERASURE_APPROVED("identity.erasure.approved", Action.UPDATE),
    ERASURE_CONFIRMED("identity.erasure.confirmed", Action.UPDATE),
    PERSON_DESTROYED("identity.person.destroyed", Action.DELETE),
    /** The last that names the child: the audit log deletes the sealed details of all that went before. */
    PERSON_ERASED("identity.person.erased", Action.DELETE),
    ERASURE_COMPLETED("identity.erasure.completed", Action.EXECUTE),
    LINK_DECIDED("identity.link.decided", Action.CREATE),
    LINK_UNDONE("identity.link.undone", Action.UPDATE),
    /** Of a sealed link: names the side of the worker alone; both are sealed. */
    SEALED_LINK_PROPOSED("identity.link.sealing.proposed", Action.CREATE),
    SEALED_LINK_CONFIRMED("identity.link.sealing.confirmed", Action.UPDATE),
    SEALED_LINK_ENDED("identity.link.sealing.ended", Action.UPDATE),
    SEALED_LINKS_READ("identity.link.sealing.listed", Action.READ),
    LINK_READ("identity.link.read", Action.READ),
    LINK_EVIDENCE_READ("identity.link.evidence.read", Action.READ),
    LINKS_LISTED("identity.link.listed", Action.READ),
    IDENTITY_READ("identity.identity.read", Action.READ),
    /** By the system, after records were made or corrected. */
    PAIRS_QUEUED("identity.review.found", Action.EXECUTE),
    REVIEW_ASKED("identity.review.asked", Action.CREATE),
    REVIEWS_LISTED("identity.review.listed", Action.READ),
    REVIEW_READ("identity.review.read", Action.READ),
    REVIEW_CLAIMED("identity.review.claimed", Action.UPDATE),
    REVIEW_OPENED("identity.review.opened", Action.UPDATE),
    REVIEW_DECIDED("identity.review.decided", Action.UPDATE),
    REVIEW_CONFIRMED("identity.review.confirmed", Action.UPDATE),
    AGE_READ("identity.age.read", Action.READ),
    AGE_MOVED("identity.age.moved", Action.UPDATE);

    private final String code;
    private final Action action;

    IdentityEvent(String code, Action action) {
        this.code = code;
        this.action = action;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public Action action() {
        return action;
    }
}
