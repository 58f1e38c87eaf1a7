package eu.waymark.register.movement;

import eu.waymark.access.Action;
import eu.waymark.access.Relationship;
import eu.waymark.clocks.DueDate;
import eu.waymark.platform.persistence.access.Permits;
import eu.waymark.platform.persistence.audit.AuditedWork;
import eu.waymark.platform.persistence.audit.Trail;
import eu.waymark.platform.persistence.clock.RulesInForce;
import eu.waymark.platform.web.caller.CurrentAccess;
import eu.waymark.platform.web.caller.CurrentCaller;
import eu.waymark.register.RegisterEvent;
import eu.waymark.register.RegisterProblem;
import eu.waymark.register.addressee.Addressee;
import eu.waymark.register.addressee.Addressees;
import eu.waymark.register.basis.Derogations;
import eu.waymark.register.basis.LegalBases;
import eu.waymark.register.entry.Entries;
import eu.waymark.register.movement.MovementsResource.NewMovement;
import eu.waymark.register.notification.NotificationKind;
import eu.waymark.register.notification.Notifications;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;

/**
 * The holder reports that a child has moved, may move or is in danger, and in the same transaction it stands in the inbox of
 * whoever has to know (Brussels IIb, article 80(2); Hague Convention 1996, article 36). The entry and its holder stay as
 * they are.
 */
@Singleton
class ReportingMovement {

    private static final String TO_ACKNOWLEDGE = "MOVE-ACK";

    private final Permits permits;
    private final Entries entries;
    private final Addressees addressees;
    private final LegalBases bases;
    private final Derogations derogations;
    private final RulesInForce rules;
    private final Movements movements;
    private final Notifications notifications;
    private final AuditedWork audited;
    private final CurrentCaller caller;
    private final CurrentAccess access;
    private final Clock clock;

    ReportingMovement(
            Permits permits,
            Entries entries,
            Addressees addressees,
            LegalBases bases,
            Derogations derogations,
            RulesInForce rules,
            Movements movements,
            Notifications notifications,
            AuditedWork audited,
            CurrentCaller caller,
            CurrentAccess access,
            Clock clock) {
        this.permits = permits;
        this.entries = entries;
        this.addressees = addressees;
        this.bases = bases;
        this.derogations = derogations;
        this.rules = rules;
        this.movements = movements;
        this.notifications = notifications;
        this.audited = audited;
        this.caller = caller;
        this.access = access;
        this.clock = clock;
    }

    MovementView report(NewMovement request) {
        return audited.run(RegisterEvent.MOVEMENT_REPORTED, trail -> {
            var held = entries.requireHeld(caller.get().agency(), request.entryId(), trail);
            permits.require(Action.SEND_NOTICE, Relationship.HOLDER);
            held.requireActive();
            var told = addressees.responsible(held.id(), request.to());
            var movement = movement(request);
            movements.persist(movement);
            var derogated = new HashSet<String>();
            told.forEach(to -> notify(movement, to, derogated, trail));
            movements.flush();
            trail.resource(movement.id.toString());
            trail.note("entry", movement.entryId.toString());
            trail.note("told", String.valueOf(told.size()));
            trail.created(MovementsResource.PATH + "/" + movement.id);
            return movements.view(movement);
        });
    }

    private void notify(Movement movement, Addressee to, Set<String> derogated, Trail trail) {
        var basis = bases.toTell(caller.get().country(), to.country(), LocalDate.now(clock))
                .map(LegalBases.InForce::code)
                .orElseGet(() -> derogate(movement, to.country(), derogated, trail));
        var notice = new MovementNotice();
        notice.id = UUID.randomUUID();
        notice.movementId = movement.id;
        notice.entryId = movement.entryId;
        notice.agency = to.agency();
        notice.country = to.country();
        notice.addressedAs = to.as();
        notice.legalBasis = basis;
        notice.deliveredAt = movement.reportedAt;
        var inForce = rules.now();
        var rule = inForce.find(TO_ACKNOWLEDGE).orElseThrow();
        notice.due(rule.code(), DueDate.of(rule, movement.reportedAt, inForce.nationalCalendar(to.country())));
        movements.getEntityManager().persist(notice);
        notifications.tellNationally(
                to.agency(),
                NotificationKind.MOVEMENT_NOTICE,
                movement.id,
                entries.childOf(movement.entryId),
                caller.get().country());
    }

    private String derogate(Movement movement, String country, Set<String> derogated, Trail trail) {
        if (!movement.kind.equals(Movement.IN_DANGER)) {
            throw RegisterProblem.NO_AGREEMENT.because(
                    "No basis is in force today on which your country may tell the other of a move. Where the child is in"
                            + " serious danger, report 'in-danger': it is told at once, and a supervisor reviews it.");
        }
        if (derogated.add(country)) {
            derogations.record(movement.entryId, country, "movement", movement.id, trail);
        }
        return Derogations.VITAL_INTERESTS;
    }

    private Movement movement(NewMovement request) {
        var movement = new Movement();
        movement.id = UUID.randomUUID();
        movement.entryId = request.entryId();
        movement.fromAgency = caller.get().agency();
        movement.kind = request.kind();
        movement.expectedOn = request.expectedOn();
        movement.purpose = String.valueOf(access.get().purpose());
        movement.reportedBy = caller.get().subject();
        movement.reportedAt = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return movement;
    }
}
