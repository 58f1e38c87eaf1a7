package eu.waymark.register.webhook;

import eu.waymark.platform.persistence.query.Column;
import eu.waymark.platform.web.problem.CommonProblem;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** How often an agency may have its destinations tested: each test is a call of ours to an address of theirs. */
@Singleton
class TestAllowance {

    private static final Duration HOUR = Duration.ofHours(1);

    private static final String ONE_AT_A_TIME =
            "select cast(pg_advisory_xact_lock(hashtextextended('webhook-test:' || :agency, 0)) as text)";

    /** Of removed ones as well, or removing one would be a way around. */
    private static final String TESTED = """
            select d.createdAt from WebhookDelivery d, Webhook w
             where w.id = d.webhookId and w.agency = :agency and d.isTest and d.createdAt > :since
             order by d.createdAt desc""";

    private final EntityManager entities;
    private final Clock clock;
    private final int perHour;

    TestAllowance(
            EntityManager entities,
            Clock clock,
            @ConfigProperty(name = "waymark.webhooks.tests-per-hour") int perHour) {
        this.entities = entities;
        this.clock = clock;
        this.perHour = perHour;
    }

    /** @throws eu.waymark.platform.web.problem.ProblemException 429 that says when there is room again */
    void require(String agency) {
        Column.of(entities, ONE_AT_A_TIME, String.class)
                .setParameter("agency", agency)
                .getSingleResult();
        var now = clock.instant();
        entities.createQuery(TESTED, Instant.class)
                .setParameter("agency", agency)
                .setParameter("since", now.minus(HOUR))
                .setFirstResult(perHour - 1)
                .setMaxResults(1)
                .getResultStream()
                .findFirst()
                .ifPresent(oldest -> {
                    var wait = Duration.between(now, oldest.plus(HOUR)).toSeconds() + 1;
                    throw CommonProblem.TOO_MANY_REQUESTS
                            .because("An agency tests its destinations " + perHour + " times an hour.")
                            .retryAfter((int) wait);
                });
    }
}
