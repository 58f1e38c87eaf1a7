package eu.waymark.register.transfer;

import eu.waymark.access.Action;
import eu.waymark.access.Relationship;
import eu.waymark.platform.persistence.access.Permits;
import eu.waymark.platform.persistence.audit.AuditedWork;
import eu.waymark.platform.web.caller.CurrentCaller;
import eu.waymark.platform.web.http.Versions;
import eu.waymark.platform.web.problem.CommonProblem;
import eu.waymark.register.RegisterEvent;
import eu.waymark.register.entry.Entries;
import eu.waymark.register.notification.NotificationKind;
import eu.waymark.register.notification.Notifications;
import jakarta.inject.Singleton;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The holder takes back what nobody has decided, and what was shown of it is shown no longer. */
@Singleton
class WithdrawingTransfer {

    private final Permits permits;
    private final Transfers transfers;
    private final Entries entries;
    private final Notifications notifications;
    private final AuditedWork audited;
    private final CurrentCaller caller;
    private final Clock clock;

    WithdrawingTransfer(
            Permits permits,
            Transfers transfers,
            Entries entries,
            Notifications notifications,
            AuditedWork audited,
            CurrentCaller caller,
            Clock clock) {
        this.permits = permits;
        this.transfers = transfers;
        this.entries = entries;
        this.notifications = notifications;
        this.audited = audited;
        this.caller = caller;
        this.clock = clock;
    }

    TransferView withdraw(UUID id, @Nullable String ifMatch, String reason) {
        return audited.run(RegisterEvent.TRANSFER_WITHDRAWN, trail -> {
            var transfer = transfers.involving(id, LockModeType.PESSIMISTIC_WRITE, trail);
            if (!transfer.fromAgency.equals(caller.get().agency())) {
                throw CommonProblem.FORBIDDEN.because("Only the agency that proposed it withdraws a transfer.");
            }
            permits.require(Action.PROPOSE_TRANSFER, Relationship.HOLDER);
            transfer.requireOpen();
            Versions.require(ifMatch, transfer.version);
            transfer.withdraw(reason, caller.get().subject(), clock.instant().truncatedTo(ChronoUnit.MICROS));
            trail.note("reason", reason);
            notifications.tellNationally(
                    transfer.toAgency,
                    NotificationKind.TRANSFER_WITHDRAWN,
                    transfer.id,
                    entries.childOf(transfer.entryId),
                    caller.get().country());
            transfers.flush();
            return transfers.view(transfer);
        });
    }
}
