package eu.waymark.register.notification;

import com.fasterxml.jackson.databind.JsonNode;
import eu.waymark.platform.persistence.audit.AuditEventType;
import eu.waymark.platform.persistence.audit.PersonTags;
import eu.waymark.platform.persistence.audit.Trail;
import eu.waymark.platform.persistence.erasure.Erasures;
import eu.waymark.platform.persistence.fact.Fact;
import eu.waymark.platform.persistence.fact.FactHandler;
import eu.waymark.register.RegisterEvent;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Delivers what the referral service asks to be told: the register alone delivers notifications. */
@Singleton
class RequestedNotification implements FactHandler {

    private final Notifications notifications;
    private final PersonTags tags;
    private final Erasures erasures;

    RequestedNotification(Notifications notifications, PersonTags tags, Erasures erasures) {
        this.notifications = notifications;
        this.tags = tags;
        this.erasures = erasures;
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
        var child = child(data);
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

    /** Nobody, where an older referral service named none, and where the child's record is erased here. */
    private @Nullable UUID child(JsonNode data) {
        if (!data.hasNonNull("recordId")) {
            return null;
        }
        var record = UUID.fromString(data.required("recordId").asText());
        return erasures.isErased(record) ? null : record;
    }
}
