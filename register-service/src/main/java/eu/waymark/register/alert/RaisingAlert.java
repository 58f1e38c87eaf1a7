package eu.waymark.register.alert;

import eu.waymark.access.Action;
import eu.waymark.access.Relationship;
import eu.waymark.platform.persistence.access.Permits;
import eu.waymark.platform.persistence.audit.AuditedWork;
import eu.waymark.platform.persistence.audit.Trail;
import eu.waymark.platform.web.caller.CurrentCaller;
import eu.waymark.platform.web.problem.CommonProblem;
import eu.waymark.register.RegisterEvent;
import eu.waymark.register.RegisterProblem;
import eu.waymark.register.addressee.Addressee;
import eu.waymark.register.addressee.Addressees;
import eu.waymark.register.alert.AlertsResource.NewAlert;
import eu.waymark.register.basis.Derogations;
import eu.waymark.register.basis.LegalBases;
import eu.waymark.register.directory.Directory;
import eu.waymark.register.entry.Entries;
import eu.waymark.register.notification.NotificationKind;
import eu.waymark.register.notification.Notifications;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;

/**
 * The holder asks others to look out for a child. A child that is missing or at risk is in danger, so no missing basis keeps
 * a country from being told (architecture, invariant 4).
 */
@Singleton
class RaisingAlert {

    private final Permits permits;
    private final Entries entries;
    private final Addressees addressees;
    private final LegalBases bases;
    private final Derogations derogations;
    private final Directory directory;
    private final Alerts alerts;
    private final Notifications notifications;
    private final AlertFacts facts;
    private final AuditedWork audited;
    private final CurrentCaller caller;
    private final Clock clock;

    RaisingAlert(
            Permits permits,
            Entries entries,
            Addressees addressees,
            LegalBases bases,
            Derogations derogations,
            Directory directory,
            Alerts alerts,
            Notifications notifications,
            AlertFacts facts,
            AuditedWork audited,
            CurrentCaller caller,
            Clock clock) {
        this.permits = permits;
        this.entries = entries;
        this.addressees = addressees;
        this.bases = bases;
        this.derogations = derogations;
        this.directory = directory;
        this.alerts = alerts;
        this.notifications = notifications;
        this.facts = facts;
        this.audited = audited;
        this.caller = caller;
        this.clock = clock;
    }

    AlertView raise(NewAlert request) {
        return audited.run(RegisterEvent.ALERT_RAISED, trail -> {
            var held = entries.requireHeld(caller.get().agency(), request.entryId(), trail);
            permits.require(Action.RAISE_ALERT, Relationship.HOLDER);
            held.requireActive();
            requirePossible(request);
            var told = addressees.anybody(held.id(), request.to());
            var alert = alert(request);
            alerts.persistAndFlush(alert);
            var derogated = new HashSet<String>();
            told.forEach(to -> send(alert, to, derogated, trail));
            alerts.flush();
            facts.raised(alert);
            trail.resource(alert.id.toString());
            trail.note("entry", alert.entryId.toString());
            trail.note("told", String.valueOf(told.size()));
            trail.created(AlertsResource.PATH + "/" + alert.id);
            return alerts.view(alert);
        });
    }

    private void requirePossible(NewAlert request) {
        if (request.validUntil().isBefore(LocalDate.now(clock))) {
            throw CommonProblem.INVALID_FIELDS
                    .because("An alert holds until today at least.")
                    .at("validUntil", "must not be in the past");
        }
        var reporter = request.reporter();
        if (reporter != null && directory.countryOf(reporter).isEmpty()) {
            throw RegisterProblem.UNKNOWN_CODE
                    .because("Choose an agency that the directory knows.")
                    .at("reporter", "is not in the directory");
        }
    }

    private void send(Alert alert, Addressee to, Set<String> derogated, Trail trail) {
        var isBased = bases.toTell(caller.get().country(), to.country(), LocalDate.now(clock))
                .isPresent();
        if (!isBased && derogated.add(to.country())) {
            derogations.record(alert.entryId, to.country(), "alert", alert.id, trail);
        }
        var receipt = new AlertReceipt();
        receipt.id = UUID.randomUUID();
        receipt.alertId = alert.id;
        receipt.entryId = alert.entryId;
        receipt.agency = to.agency();
        receipt.country = to.country();
        receipt.addressedAs = to.as();
        receipt.deliveredAt = alert.raisedAt;
        receipt.remindedAt = alert.raisedAt;
        alerts.getEntityManager().persist(receipt);
        notifications.tellNationally(
                to.agency(),
                NotificationKind.ALERT_RAISED,
                alert.id,
                entries.childOf(alert.entryId),
                caller.get().country());
    }

    private Alert alert(NewAlert request) {
        var alert = new Alert();
        alert.id = UUID.randomUUID();
        alert.entryId = request.entryId();
        alert.agency = caller.get().agency();
        alert.kind = request.kind();
        alert.actions = request.actions().stream().distinct().toList();
        alert.reporter = request.reporter();
        alert.validUntil = request.validUntil();
        alert.raisedBy = caller.get().subject();
        alert.raisedAt = now();
        return alert;
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
