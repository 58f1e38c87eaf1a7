package eu.waymark.register.webhook;

import eu.waymark.platform.persistence.audit.AuditedWork;
import eu.waymark.platform.web.problem.Faults;
import eu.waymark.register.RegisterEvent;
import eu.waymark.register.notification.NotificationKind;
import eu.waymark.register.notification.Notifications;
import eu.waymark.register.webhook.Answer.Outcome;
import eu.waymark.register.webhook.Outgoing.Due;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import org.jboss.logging.Logger;

/**
 * Posts what is due, at least once, outside of any transaction. Any replica may: a row that one has taken the others pass
 * over.
 */
@Singleton
class DeliveringWebhooks {

    private static final Logger LOG = Logger.getLogger(DeliveringWebhooks.class);

    /** CloudEvents 1.0 with what it demands and no more: no subject, no time, one type for whatever happened. */
    private static final String EVENT =
            "{\"specversion\":\"1.0\",\"id\":\"%s\",\"source\":\"/api/register/v1/notifications\",\"type\":\"eu.waymark.inbox.changed\"}";

    private final Outgoing outgoing;
    private final Destinations destinations;
    private final Posting posting;
    private final Notifications notifications;
    private final AuditedWork audited;
    private final Clock clock;

    DeliveringWebhooks(
            Outgoing outgoing,
            Destinations destinations,
            Posting posting,
            Notifications notifications,
            AuditedWork audited,
            Clock clock) {
        this.outgoing = outgoing;
        this.destinations = destinations;
        this.posting = posting;
        this.notifications = notifications;
        this.audited = audited;
        this.clock = clock;
    }

    /** A batch does not wait for the one before, whose receivers may be slow: they hold up nobody's but their own. */
    @Scheduled(
            every = "{waymark.webhooks.interval}",
            concurrentExecution = Scheduled.ConcurrentExecution.PROCEED,
            skipExecutionIf = Scheduled.ApplicationNotRunning.class)
    void run() {
        try (var posters = Executors.newVirtualThreadPerTaskExecutor()) {
            QuarkusTransaction.requiringNew().call(outgoing::take).forEach(due -> posters.execute(() -> attempt(due)));
        } catch (RuntimeException failed) {
            LOG.warnf("Webhooks wait: %s", Faults.describe(failed));
        }
    }

    @Scheduled(
            every = "{waymark.webhooks.forgetting}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP,
            skipExecutionIf = Scheduled.ApplicationNotRunning.class)
    void forget() {
        QuarkusTransaction.requiringNew().call(outgoing::forget);
    }

    private void attempt(Due due) {
        try {
            var answer = deliver(due);
            if (QuarkusTransaction.requiringNew().call(() -> outgoing.note(due, answer))) {
                pause(due.webhook(), answer.outcome() == Outcome.GONE ? "gone" : "failures");
            }
        } catch (RuntimeException failed) {
            LOG.warnf("The event %s waits: %s", due.delivery(), Faults.describe(failed));
        }
    }

    private Answer deliver(Due due) {
        var now = clock.instant();
        var body = EVENT.formatted(due.delivery());
        return destinations
                .check(due.url())
                .map(to -> posting.post(
                        to,
                        Map.of(
                                "content-type", "application/cloudevents+json",
                                "webhook-id", due.delivery().toString(),
                                "webhook-timestamp", Long.toString(now.getEpochSecond()),
                                "webhook-signature", Secrets.signatures(due.secrets(), due.delivery(), now, body)),
                        body))
                .orElseGet(() -> Answer.none(Outcome.UNSAFE_DESTINATION));
    }

    private void pause(UUID webhook, String because) {
        audited.runAsSystem(RegisterEvent.WEBHOOK_PAUSED, trail -> {
            trail.resource(webhook.toString());
            trail.note("because", because);
            var agency = outgoing.pause(webhook, because);
            if (!agency.isEmpty()) {
                notifications.tellOfOwn(agency, NotificationKind.WEBHOOK_PAUSED, webhook);
            }
            return true;
        });
    }
}
