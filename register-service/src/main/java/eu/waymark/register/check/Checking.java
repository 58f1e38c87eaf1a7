package eu.waymark.register.check;

import eu.waymark.access.Action;
import eu.waymark.access.Relationship;
import eu.waymark.platform.persistence.access.Permits;
import eu.waymark.platform.persistence.audit.AuditedWork;
import eu.waymark.platform.persistence.query.Column;
import eu.waymark.platform.web.caller.CurrentAccess;
import eu.waymark.platform.web.caller.CurrentCaller;
import eu.waymark.register.RegisterEvent;
import eu.waymark.register.RegisterProblem;
import eu.waymark.register.check.IdentitySearch.RecordedChild;
import eu.waymark.register.lookup.ProtectedLooks;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/**
 * Asks whether a child is already known to be at risk: notes the question, searches identity, notes the answer. The
 * search runs between two transactions, since another service is never called inside one.
 */
@Singleton
class Checking {

    /** Under which what was asked is sealed in the events of a check. */
    static final String TERMS = "terms";

    private static final String ONE_AT_A_TIME =
            "select cast(pg_advisory_xact_lock(hashtextextended('check:' || :who, 0)) as text)";

    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final Permits permits;
    private final AuditedWork audited;
    private final IdentitySearch identity;
    private final ProtectedLooks protectedLooks;
    private final AnsweringCheck answering;
    private final EntityManager entities;
    private final CurrentCaller caller;
    private final CurrentAccess access;
    private final Clock clock;
    private final int perMinute;

    Checking(
            Permits permits,
            AuditedWork audited,
            @RestClient IdentitySearch identity,
            ProtectedLooks protectedLooks,
            AnsweringCheck answering,
            EntityManager entities,
            CurrentCaller caller,
            CurrentAccess access,
            Clock clock,
            @ConfigProperty(name = "waymark.register.checks-per-minute") int perMinute) {
        this.permits = permits;
        this.audited = audited;
        this.identity = identity;
        this.protectedLooks = protectedLooks;
        this.answering = answering;
        this.entities = entities;
        this.caller = caller;
        this.access = access;
        this.clock = clock;
        this.perMinute = perMinute;
    }

    CheckView check(Demographics child, Manner manner) {
        var check = ask(child, manner);
        return answering.answer(check, child, identity.search(child).matches(), manner);
    }

    /** Of a child whom the asker's own agency has on record: with what identity knows of it. */
    CheckView check(RecordedChild child, Manner manner) {
        var check = ask(child, manner);
        return answering.answer(check, child, identity.search(child).matches(), manner);
    }

    /** @param terms what was asked for, for the details of the event only */
    private UUID ask(Object terms, Manner manner) {
        return audited.run(RegisterEvent.CHECK_ASKED, trail -> {
            trail.seal(TERMS, terms);
            permits.require(Action.CHECK, Relationship.NONE);
            if (manner.isProtected()) {
                trail.note("protected", "true");
                protectedLooks.requireWatched(caller.get());
            }
            if (askedLately() >= perMinute) {
                trail.note("alarm", "flood");
                throw RegisterProblem.TOO_MANY_CHECKS
                        .because(
                                "Wait a minute. Checking this many children in a row is reported to your agency's compliance.")
                        .retryAfter((int) MINUTE.toSeconds());
            }
            var check = newCheck();
            check.isProtected = manner.isProtected();
            entities.persist(check);
            trail.resource(check.id.toString());
            return check.id;
        });
    }

    /** Counted by one at a time for each asker, so that many at once are no way around the limit. */
    private long askedLately() {
        Column.of(entities, ONE_AT_A_TIME, String.class)
                .setParameter("who", caller.get().subject())
                .getSingleResult();
        return entities.createQuery(
                        "select count(*) from ChildCheck where askedBy = :who and askedAt > :since", Long.class)
                .setParameter("who", caller.get().subject())
                .setParameter("since", clock.instant().minus(MINUTE))
                .getSingleResult();
    }

    private ChildCheck newCheck() {
        var who = caller.get();
        var check = new ChildCheck();
        check.id = UUID.randomUUID();
        check.askedBy = who.subject();
        check.agency = who.agency();
        check.country = who.country();
        check.purpose = String.valueOf(access.get().purpose());
        check.askedAt = clock.instant();
        return check;
    }
}
