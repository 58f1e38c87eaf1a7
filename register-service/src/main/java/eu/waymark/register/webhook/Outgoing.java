package eu.waymark.register.webhook;

import eu.waymark.platform.persistence.query.Column;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.random.RandomGenerator;

/**
 * Takes what is due and notes what came of it, each in the transaction of the caller. What is taken is due again after a
 * while, so a replica that dies meanwhile costs time and an event sent twice, never one lost.
 */
@Singleton
class Outgoing {

    private static final int BATCH = 20;
    private static final Duration LEASE = Duration.ofMinutes(2);
    private static final Duration KEPT = Duration.ofDays(30);

    /** More failures in a row than one event has attempts: it is the receiver, not the event. */
    private static final int FAILURES_THAT_PAUSE = 10;

    private static final String DUE = """
            select d.id from webhook_delivery d join (
                   select waiting.id, row_number() over (partition by agency order by due_at) as turn
                     from webhook_delivery waiting join webhook w on w.id = webhook_id and w.status = 'active'
                    where waiting.status = 'pending' and due_at <= :now) queue on queue.id = d.id
             where d.status = 'pending' and d.due_at <= :now
             order by turn, d.due_at limit :most for update of d skip locked""";

    /** Without end would wait what nobody sends: what a paused webhook was to be told, and what came while one was removed. */
    private static final String WAITS_IN_VAIN = """
            update webhook_delivery d set status = 'dead', ended_at = :now from webhook w
             where w.id = d.webhook_id and d.status = 'pending'
               and (w.status = 'removed' or w.status = 'paused' and d.created_at < :before)""";

    private final EntityManager entities;
    private final Secrets secrets;
    private final Clock clock;
    private final RandomGenerator random = RandomGenerator.getDefault();

    Outgoing(EntityManager entities, Secrets secrets, Clock clock) {
        this.entities = entities;
        this.secrets = secrets;
        this.clock = clock;
    }

    /** An event to be posted, with the secrets that sign it. */
    record Due(UUID delivery, UUID webhook, String url, List<String> secrets) {

        @Override
        public String toString() {
            return "Due[delivery=" + delivery + "]";
        }
    }

    /** What is due and nobody else has taken: of each agency the first, then of each the second, and so on. */
    List<Due> take() {
        var now = clock.instant();
        List<UUID> due = Column.of(entities, DUE, UUID.class)
                .setParameter("now", now)
                .setParameter("most", BATCH)
                .getResultList();
        return due.stream()
                .map(id -> {
                    var delivery = entities.find(WebhookDelivery.class, id);
                    delivery.attempts++;
                    delivery.dueAt = now.plus(LEASE);
                    var webhook = entities.find(Webhook.class, delivery.webhookId);
                    return new Due(id, webhook.id, webhook.url, secrets.of(webhook.id));
                })
                .toList();
    }

    /** @return whether the receiver has failed for so long, or wants nothing more, that it is to be paused */
    boolean note(Due due, Answer answer) {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var delivery = entities.find(WebhookDelivery.class, due.delivery());
        var webhook = entities.find(Webhook.class, due.webhook(), LockModeType.PESSIMISTIC_WRITE);
        entities.persist(WebhookAttempt.of(delivery.id, answer, now));
        if (answer.isAccepted()) {
            delivery.end(WebhookDelivery.DELIVERED, now);
            webhook.failures = 0;
            return false;
        }
        Backoff.after(delivery.attempts, random)
                .ifPresentOrElse(
                        wait -> delivery.dueAt = now.plus(wait), () -> delivery.end(WebhookDelivery.DEAD, now));
        webhook.failures++;
        return answer.outcome() == Answer.Outcome.GONE || webhook.failures >= FAILURES_THAT_PAUSE;
    }

    /**
     * Sends nothing more to a receiver.
     *
     * @return its agency, if it was not paused before
     */
    String pause(UUID id, String because) {
        var webhook = entities.find(Webhook.class, id, LockModeType.PESSIMISTIC_WRITE);
        if (!webhook.isActive()) {
            return "";
        }
        webhook.pause(because);
        return webhook.agency;
    }

    /** Gives up what waited for too long, and forgets what ended as long ago. */
    int forget() {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        entities.createNativeQuery(WAITS_IN_VAIN)
                .setParameter("now", now)
                .setParameter("before", now.minus(KEPT))
                .executeUpdate();
        return entities.createQuery("delete from WebhookDelivery where endedAt < :before")
                .setParameter("before", now.minus(KEPT))
                .executeUpdate();
    }
}
