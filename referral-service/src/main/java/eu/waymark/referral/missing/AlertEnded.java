package eu.waymark.referral.missing;

import eu.waymark.platform.persistence.audit.AuditEventType;
import eu.waymark.platform.persistence.audit.PersonTags;
import eu.waymark.platform.persistence.audit.Trail;
import eu.waymark.platform.persistence.fact.Fact;
import eu.waymark.platform.persistence.fact.FactHandler;
import eu.waymark.referral.ReferralEvent;
import jakarta.inject.Singleton;
import java.util.Optional;

/** The register has sent the de-alert to everybody who looked for the child, and asks each to confirm it. */
@Singleton
class AlertEnded implements FactHandler {

    private final MissingAlerts alerts;
    private final PersonTags tags;

    AlertEnded(MissingAlerts alerts, PersonTags tags) {
        this.alerts = alerts;
        this.tags = tags;
    }

    @Override
    public String type() {
        return "alert.ended";
    }

    @Override
    public Optional<AuditEventType> event() {
        return Optional.of(ReferralEvent.MISSING_ALERT_ENDED);
    }

    /** Facts about one alert arrive in order; one that is unknown was of an erased child. */
    @Override
    public void handle(Fact fact, Trail trail) {
        trail.resource(fact.subject().toString());
        var alert = alerts.findById(fact.subject());
        if (alert == null || alert.endedAt != null) {
            return;
        }
        tags.find(alert.personRecordId).ifPresent(trail::about);
        alert.endedAt = fact.time();
        alert.outcome = fact.data().required("outcome").asText();
        alerts.flush();
        alerts.ended(alert.personRecordId, alert.agency);
    }
}
