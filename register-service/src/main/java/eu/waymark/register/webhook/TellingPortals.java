package eu.waymark.register.webhook;

import eu.waymark.platform.persistence.query.Column;
import eu.waymark.register.notification.InboxFilled;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.util.random.RandomGenerator;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Notes, in the transaction of a notification, that the portals of its agency are to be told. They are told a while later,
 * by chance, so that the moment says nothing about what happened.
 */
@Singleton
class TellingPortals {

    private final EntityManager entities;
    private final Duration jitter;
    private final RandomGenerator random = RandomGenerator.getDefault();

    TellingPortals(EntityManager entities, @ConfigProperty(name = "waymark.webhooks.jitter") Duration jitter) {
        this.entities = entities;
        this.jitter = jitter;
    }

    void tell(@Observes InboxFilled inbox) {
        var due = inbox.at().plusMillis((long) (jitter.toMillis() * random.nextDouble()));
        Column.of(entities, "select cast(tell_webhooks(:agency, :at, :due) as text)", String.class)
                .setParameter("agency", inbox.agency())
                .setParameter("at", inbox.at())
                .setParameter("due", due)
                .getResultList();
    }
}
