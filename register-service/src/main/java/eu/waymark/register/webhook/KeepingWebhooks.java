package eu.waymark.register.webhook;

import eu.waymark.access.Action;
import eu.waymark.access.Relationship;
import eu.waymark.platform.persistence.access.Permits;
import eu.waymark.platform.persistence.audit.AuditedWork;
import eu.waymark.platform.persistence.audit.Trail;
import eu.waymark.platform.web.caller.CurrentCaller;
import eu.waymark.platform.web.http.Versions;
import eu.waymark.platform.web.problem.CommonProblem;
import eu.waymark.register.RegisterEvent;
import eu.waymark.register.RegisterProblem;
import eu.waymark.register.webhook.Destinations.Checked;
import eu.waymark.register.webhook.WebhookViews.Change;
import eu.waymark.register.webhook.WebhookViews.View;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** What the registrar of an agency does with its webhooks. Another agency's answer as one that is not there. */
@Singleton
class KeepingWebhooks {

    /** A handful of portals; more would make one notification many calls. */
    private static final long MOST = 5;

    private final Permits permits;
    private final AuditedWork audited;
    private final EntityManager entities;
    private final Destinations destinations;
    private final Deliveries deliveries;
    private final Secrets secrets;
    private final CurrentCaller caller;
    private final Clock clock;

    KeepingWebhooks(
            Permits permits,
            AuditedWork audited,
            EntityManager entities,
            Destinations destinations,
            Deliveries deliveries,
            Secrets secrets,
            CurrentCaller caller,
            Clock clock) {
        this.permits = permits;
        this.audited = audited;
        this.entities = entities;
        this.destinations = destinations;
        this.deliveries = deliveries;
        this.secrets = secrets;
        this.caller = caller;
        this.clock = clock;
    }

    View register(String url) {
        // A name takes its time to resolve: outside of the transaction.
        var checked = destinations.check(url);
        return audited.run(RegisterEvent.WEBHOOK_REGISTERED, trail -> {
            require();
            requireSafe(checked);
            requireRoom();
            var webhook = new Webhook();
            webhook.id = UUID.randomUUID();
            webhook.agency = caller.get().agency();
            webhook.url = url;
            webhook.createdBy = caller.get().subject();
            webhook.createdAt = clock.instant().truncatedTo(ChronoUnit.MICROS);
            entities.persist(webhook);
            entities.flush();
            trail.resource(webhook.id.toString());
            trail.created(WebhooksResource.PATH + "/" + webhook.id);
            return View.of(webhook, secrets.replace(webhook.id));
        });
    }

    View change(UUID id, @Nullable String ifMatch, Change change) {
        var checked = destinations.check(change.url());
        return changed(id, "change", (webhook, trail) -> {
            Versions.require(ifMatch, webhook.version);
            requireSafe(checked);
            webhook.url = change.url();
            if (!change.status().equals(webhook.status)) {
                trail.note("status", change.status());
                setActive(webhook, change.status().equals(Webhook.ACTIVE));
            }
            return null;
        });
    }

    private void setActive(Webhook webhook, boolean isActive) {
        if (isActive) {
            webhook.activate();
            deliveries.resume(webhook.id);
        } else {
            webhook.pause(Webhook.BY_REGISTRAR);
        }
    }

    /** A new secret; the one before stays good for a while, so that the portal can change over without a gap. */
    View rotate(UUID id) {
        return changed(id, "rotate", (webhook, trail) -> secrets.replace(webhook.id));
    }

    /** Nothing is sent to it any more: what waits is given up, what was sent stays in the log for as long as any. */
    void remove(UUID id) {
        changed(id, "remove", (webhook, trail) -> {
            webhook.remove();
            deliveries.giveUp(webhook.id);
            secrets.destroy(webhook.id);
            return null;
        });
    }

    private View changed(UUID id, String what, BiFunction<Webhook, Trail, @Nullable String> change) {
        return audited.run(RegisterEvent.WEBHOOK_CHANGED, trail -> {
            trail.note("change", what);
            var webhook = own(id, LockModeType.PESSIMISTIC_WRITE, trail);
            var secret = change.apply(webhook, trail);
            entities.flush();
            return View.of(webhook, secret);
        });
    }

    /**
     * A webhook of the caller's agency.
     *
     * @throws eu.waymark.platform.web.problem.ProblemException 404 for one that is unknown and for another's alike
     */
    Webhook own(UUID id, LockModeType lock, Trail trail) {
        require();
        trail.resource(id.toString());
        return Optional.ofNullable(entities.find(Webhook.class, id, lock))
                .filter(webhook -> webhook.agency.equals(caller.get().agency()))
                .filter(webhook -> !webhook.status.equals(Webhook.REMOVED))
                .orElseThrow(() -> CommonProblem.NOT_FOUND.because("There is no such webhook of your agency."));
    }

    void require() {
        permits.require(Action.MANAGE_WEBHOOKS, Relationship.NONE);
    }

    private void requireRoom() {
        var kept = entities.createQuery(
                        "select count(*) from Webhook where agency = :agency and status <> 'removed'", Long.class)
                .setParameter("agency", caller.get().agency())
                .getSingleResult();
        if (kept >= MOST) {
            throw CommonProblem.CONFLICT.because("An agency has at most " + MOST + " webhooks: remove one first.");
        }
    }

    private static void requireSafe(Optional<Checked> checked) {
        if (checked.isEmpty()) {
            throw RegisterProblem.UNSAFE_DESTINATION
                    .because("Name an https address of the public internet, on port 443 or 8443.")
                    .at("url", "is not a destination that may be called");
        }
    }
}
