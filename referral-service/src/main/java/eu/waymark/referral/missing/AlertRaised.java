package eu.waymark.referral.missing;

import eu.waymark.platform.persistence.audit.AuditEventType;
import eu.waymark.platform.persistence.audit.PersonTags;
import eu.waymark.platform.persistence.audit.Trail;
import eu.waymark.platform.persistence.erasure.Erasures;
import eu.waymark.platform.persistence.fact.Fact;
import eu.waymark.platform.persistence.fact.FactHandler;
import eu.waymark.referral.ReferralEvent;
import eu.waymark.referral.person.ChildTexts;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.UUID;

/** The register sends an alert for a missing child: where an episode is open, that much of its list is done. */
@Singleton
class AlertRaised implements FactHandler {

    private final MissingAlerts alerts;
    private final Episodes episodes;
    private final Checklist checklist;
    private final ChildTexts texts;
    private final PersonTags tags;
    private final Erasures erasures;

    AlertRaised(
            MissingAlerts alerts,
            Episodes episodes,
            Checklist checklist,
            ChildTexts texts,
            PersonTags tags,
            Erasures erasures) {
        this.alerts = alerts;
        this.episodes = episodes;
        this.checklist = checklist;
        this.texts = texts;
        this.tags = tags;
        this.erasures = erasures;
    }

    @Override
    public String type() {
        return "alert.raised";
    }

    @Override
    public Optional<AuditEventType> event() {
        return Optional.of(ReferralEvent.MISSING_ALERT_RAISED);
    }

    @Override
    public void handle(Fact fact, Trail trail) {
        var data = fact.data();
        var record = UUID.fromString(data.required("recordId").asText());
        trail.resource(fact.subject().toString());
        tags.find(record).ifPresent(trail::about);
        if (erasures.isErased(record)) {
            return;
        }
        texts.hold(record);
        episodes.lockChild(record);
        var alert = new MissingAlert();
        alert.alertId = fact.subject();
        alert.personRecordId = record;
        alert.agency = data.required("agency").asText();
        alert.raisedAt = fact.time();
        alerts.persistAndFlush(alert);
        episodes.openOf(record)
                .filter(episode -> episode.agency.equals(alert.agency))
                .ifPresent(episode -> checklist.alertRaised(episode, fact.time()));
        alerts.raisedLate(alert, fact.time());
    }
}
