package eu.waymark.register.alert;

import eu.waymark.access.Action;
import eu.waymark.access.Relationship;
import eu.waymark.platform.persistence.access.Permits;
import eu.waymark.platform.persistence.audit.AuditedWork;
import eu.waymark.platform.web.caller.CurrentCaller;
import eu.waymark.platform.web.http.Versions;
import eu.waymark.platform.web.problem.CommonProblem;
import eu.waymark.register.RegisterEvent;
import eu.waymark.register.RegisterProblem;
import eu.waymark.register.barrier.Barriers;
import eu.waymark.register.entry.Entries;
import eu.waymark.register.notification.NotificationKind;
import eu.waymark.register.notification.Notifications;
import jakarta.inject.Singleton;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Receivers say that they look out; the holder says that the child is safe; receivers say that they have heard. */
@Singleton
class AnsweringAlert {

    private final Permits permits;
    private final Alerts alerts;
    private final Entries entries;
    private final Barriers barriers;
    private final Notifications notifications;
    private final AlertFacts facts;
    private final AuditedWork audited;
    private final CurrentCaller caller;
    private final Clock clock;

    AnsweringAlert(
            Permits permits,
            Alerts alerts,
            Entries entries,
            Barriers barriers,
            Notifications notifications,
            AlertFacts facts,
            AuditedWork audited,
            CurrentCaller caller,
            Clock clock) {
        this.permits = permits;
        this.alerts = alerts;
        this.entries = entries;
        this.barriers = barriers;
        this.notifications = notifications;
        this.facts = facts;
        this.audited = audited;
        this.caller = caller;
        this.clock = clock;
    }

    AlertView acknowledge(UUID id) {
        return audited.run(RegisterEvent.ALERT_ACKNOWLEDGED, trail -> {
            var alert = alerts.known(id, LockModeType.NONE, trail);
            if (alerts.sentToCaller(id).acknowledge(caller.get().subject(), now())) {
                tell(alerts.holder(alert), NotificationKind.ALERT_ACKNOWLEDGED, alert);
            }
            alerts.flush();
            return alerts.view(alert);
        });
    }

    /** The de-alert reaches every receiver, and says neither where the child is nor who found it. */
    AlertView end(UUID id, @Nullable String ifMatch, String outcome) {
        return audited.run(RegisterEvent.ALERT_ENDED, trail -> {
            var alert = alerts.known(id, LockModeType.PESSIMISTIC_WRITE, trail);
            if (!alerts.holder(alert).equals(caller.get().agency())) {
                throw CommonProblem.FORBIDDEN.because(
                        "Only the agency that is responsible for the child ends an alert.");
            }
            permits.require(Action.RAISE_ALERT, Relationship.HOLDER);
            if (!alert.isOpen()) {
                throw RegisterProblem.ILLEGAL_TRANSITION.because("The alert has ended.");
            }
            Versions.require(ifMatch, alert.version);
            alert.end(outcome, caller.get().subject(), now());
            facts.ended(alert, outcome);
            alerts.receipts(id).stream()
                    .filter(receipt -> barriers.of(alert.entryId, receipt.agency, receipt.country)
                            .isEmpty())
                    .forEach(receipt -> {
                        receipt.end(now());
                        tell(receipt.agency, NotificationKind.ALERT_ENDED, alert);
                    });
            if (alert.reporter != null) {
                tell(alert.reporter, NotificationKind.ALERT_ENDED, alert);
            }
            trail.note("outcome", outcome);
            alerts.flush();
            return alerts.view(alert);
        });
    }

    AlertView confirm(UUID id) {
        return audited.run(RegisterEvent.ALERT_CONFIRMED, trail -> {
            var alert = alerts.known(id, LockModeType.NONE, trail);
            var receipt = alerts.sentToCaller(id);
            if (receipt.endedAt == null) {
                throw RegisterProblem.ILLEGAL_TRANSITION.because("The alert is open: acknowledge it, and look out.");
            }
            if (receipt.confirm(caller.get().subject(), now())) {
                tell(alerts.holder(alert), NotificationKind.ALERT_CONFIRMED, alert);
            }
            alerts.flush();
            return alerts.view(alert);
        });
    }

    private void tell(String agency, NotificationKind kind, Alert alert) {
        notifications.tellNationally(
                agency,
                kind,
                alert.id,
                entries.childOf(alert.entryId),
                caller.get().country());
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
