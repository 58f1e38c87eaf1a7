package eu.waymark.register.notification;

import eu.waymark.platform.persistence.audit.AuditEventType;
import eu.waymark.platform.persistence.audit.PersonTags;
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
    private final PersonTags tags;

    RequestedNotification(Notifications notifications, PersonTags tags) {
        this.notifications = notifications;
        this.tags = tags;
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
        // Facts of an older referral service do not name the child yet.
        var child = data.hasNonNull("recordId")
                ? UUID.fromString(data.required("recordId").asText())
                : null;
        if (child != null) {
            tags.find(child).ifPresent(trail::about);
        }
        notifications.deliver(
                fact.id(),
                data.required("agency").asText(),
                data.required("kind").asText(),
                UUID.fromString(data.required("reference").asText()),
                data.required("fromAgency").asText(),
                child,
                fact.time());
    }
}
