package eu.waymark.register.webhook;

import eu.waymark.platform.web.paging.Cursor;
import eu.waymark.platform.web.problem.CommonProblem;
import eu.waymark.register.RegisterProblem;
import eu.waymark.register.webhook.WebhookViews.Attempt;
import eu.waymark.register.webhook.WebhookViews.Delivery;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What was sent, is to be sent, or was given up, per webhook. */
@Singleton
class Deliveries {

    private final EntityManager entities;
    private final TestAllowance allowance;
    private final Clock clock;

    Deliveries(EntityManager entities, TestAllowance allowance, Clock clock) {
        this.allowance = allowance;
        this.entities = entities;
        this.clock = clock;
    }

    /**
     * An event of no occasion, at once. The receiver cannot tell it from any other.
     *
     * @throws eu.waymark.platform.web.problem.ProblemException 429 for one test too many of the agency's
     */
    WebhookDelivery test(Webhook webhook) {
        allowance.require(webhook.agency);
        var delivery = told(webhook.id);
        delivery.isTest = true;
        return delivery;
    }

    /** Tells a destination that is resumed that there may be something to read, unless something waits that says so. */
    void resume(UUID webhook) {
        var isWaiting = !entities.createQuery(
                        "select 1 from WebhookDelivery where webhookId = :of and status = 'pending'", Integer.class)
                .setParameter("of", webhook)
                .setMaxResults(1)
                .getResultList()
                .isEmpty();
        if (!isWaiting) {
            told(webhook);
        }
    }

    /** Gives up what waits for a destination that is removed. */
    void giveUp(UUID webhook) {
        entities.createQuery(
                        "update WebhookDelivery set status = 'dead', endedAt = :now where webhookId = :of and status = 'pending'")
                .setParameter("now", now())
                .setParameter("of", webhook)
                .executeUpdate();
    }

    private WebhookDelivery told(UUID webhook) {
        var delivery = new WebhookDelivery();
        delivery.id = UUID.randomUUID();
        delivery.webhookId = webhook;
        delivery.createdAt = now();
        delivery.dueAt = delivery.createdAt;
        entities.persist(delivery);
        return delivery;
    }

    /** Sends one that was given up once more, as often as any. */
    WebhookDelivery replay(UUID webhook, UUID id) {
        var delivery = entities.find(WebhookDelivery.class, id, LockModeType.PESSIMISTIC_WRITE);
        if (delivery == null || !delivery.webhookId.equals(webhook)) {
            throw CommonProblem.NOT_FOUND.because("There is no such delivery of this webhook.");
        }
        if (!delivery.status.equals(WebhookDelivery.DEAD)) {
            throw RegisterProblem.ILLEGAL_TRANSITION.because("Only what was given up is sent once more.");
        }
        delivery.replay(now());
        return delivery;
    }

    List<WebhookDelivery> of(UUID webhook, boolean onlyDead, Optional<Cursor> after, int limit) {
        var where = "from WebhookDelivery where webhookId = :of" + (onlyDead ? " and status = 'dead'" : "")
                + (after.isPresent() ? " and (createdAt, id) < (:time, :id)" : "")
                + " order by createdAt desc, id desc";
        var query = entities.createQuery(where, WebhookDelivery.class).setParameter("of", webhook);
        after.ifPresent(place -> query.setParameter("time", place.time()).setParameter("id", place.id()));
        return query.setMaxResults(limit + 1).getResultList();
    }

    Delivery view(WebhookDelivery delivery) {
        var attempts = entities.createQuery(
                        "from WebhookAttempt where deliveryId = :of order by at, id", WebhookAttempt.class)
                .setParameter("of", delivery.id)
                .getResultStream()
                .map(Attempt::of)
                .toList();
        return Delivery.of(delivery, attempts);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
