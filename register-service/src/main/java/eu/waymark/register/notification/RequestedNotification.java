package eu.waymark.register.notification;

import eu.waymark.platform.persistence.audit.AuditEventType;
import eu.waymark.platform.persistence.audit.Trail;
import eu.waymark.platform.persistence.fact.Fact;
import eu.waymark.platform.persistence.fact.FactHandler;
import eu.waymark.register.RegisterEvent;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.UUID;

/** Delivers what the referral service asks to be told: the register alone delivers notifications. */
@Singleton
class RequestedNotification implements FactHandler {

    private final Notifications notifications;

    RequestedNotification(Notifications notifications) {
        this.notifications = notifications;
    }

    @Override
    public String type() {
        return "notification.requested";
    }

    @Override
    public Optional<AuditEventType> event() {
        return Optional.of(RegisterEvent.NOTIFICATION_RECEIVED);
    }

    @Override
    public void handle(Fact fact, Trail trail) {
        var data = fact.data();
        trail.resource(fact.id().toString());
        notifications.deliver(
                fact.id(),
                data.required("agency").asText(),
                data.required("kind").asText(),
                UUID.fromString(data.required("reference").asText()),
                data.required("fromAgency").asText(),
                fact.time());
    }
}
