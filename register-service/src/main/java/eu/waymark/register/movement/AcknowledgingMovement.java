package eu.waymark.register.movement;

import eu.waymark.platform.persistence.audit.AuditedWork;
import eu.waymark.platform.web.caller.CurrentCaller;
import eu.waymark.register.RegisterEvent;
import eu.waymark.register.entry.Entries;
import eu.waymark.register.notification.NotificationKind;
import eu.waymark.register.notification.Notifications;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/** Somebody of an agency that was told, or that an unanswered notice went to, says that it is known. Who said so first stays on record. */
@Singleton
class AcknowledgingMovement {

    private final Movements movements;
    private final Entries entries;
    private final Notifications notifications;
    private final AuditedWork audited;
    private final CurrentCaller caller;
    private final Clock clock;

    AcknowledgingMovement(
            Movements movements,
            Entries entries,
            Notifications notifications,
            AuditedWork audited,
            CurrentCaller caller,
            Clock clock) {
        this.movements = movements;
        this.entries = entries;
        this.notifications = notifications;
        this.audited = audited;
        this.caller = caller;
        this.clock = clock;
    }

    MovementView acknowledge(UUID id) {
        return audited.run(RegisterEvent.MOVEMENT_ACKNOWLEDGED, trail -> {
            var movement = movements.known(id, trail);
            var open = movements.sentToCaller(id).stream()
                    .filter(MovementNotice::isOpen)
                    .toList();
            var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
            open.forEach(notice -> notice.acknowledge(caller.get(), now));
            if (!open.isEmpty()) {
                notifications.tell(
                        movements.holder(movement),
                        NotificationKind.MOVEMENT_ACKNOWLEDGED,
                        movement.id,
                        entries.childOf(movement.entryId),
                        caller.get(),
                        null);
                movements.flush();
            }
            return movements.view(movement);
        });
    }
}
