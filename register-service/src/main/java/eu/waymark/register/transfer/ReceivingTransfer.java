package eu.waymark.register.transfer;

import eu.waymark.access.Action;
import eu.waymark.access.Relationship;
import eu.waymark.platform.persistence.access.Permits;
import eu.waymark.platform.persistence.audit.AuditedWork;
import eu.waymark.platform.persistence.clock.RulesInForce;
import eu.waymark.platform.web.caller.CurrentCaller;
import eu.waymark.platform.web.http.Versions;
import eu.waymark.platform.web.problem.CommonProblem;
import eu.waymark.register.RegisterEvent;
import eu.waymark.register.RegisterProblem;
import eu.waymark.register.directory.Directory;
import eu.waymark.register.entry.Entries;
import eu.waymark.register.notification.NotificationKind;
import eu.waymark.register.notification.Notifications;
import eu.waymark.register.transfer.TransfersResource.Decision;
import jakarta.inject.Singleton;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the receiving agency does: a named worker takes the transfer, then it is accepted or rejected. */
@Singleton
class ReceivingTransfer {

    private final Permits permits;
    private final Transfers transfers;
    private final Entries entries;
    private final Directory directory;
    private final RulesInForce rules;
    private final Notifications notifications;
    private final AuditedWork audited;
    private final CurrentCaller caller;
    private final Clock clock;

    ReceivingTransfer(
            Permits permits,
            Transfers transfers,
            Entries entries,
            Directory directory,
            RulesInForce rules,
            Notifications notifications,
            AuditedWork audited,
            CurrentCaller caller,
            Clock clock) {
        this.permits = permits;
        this.transfers = transfers;
        this.entries = entries;
        this.directory = directory;
        this.rules = rules;
        this.notifications = notifications;
        this.audited = audited;
        this.caller = caller;
        this.clock = clock;
    }

    TransferView receive(UUID id, @Nullable String ifMatch) {
        return audited.run(RegisterEvent.TRANSFER_RECEIVED, trail -> {
            var transfer = toUs(transfers.involving(id, LockModeType.PESSIMISTIC_WRITE, trail));
            var at = now();
            transfer.receive(caller.get().subject(), at);
            Versions.require(ifMatch, transfer.version);
            if (transfer.dueUntil == null) {
                transfer.startClock(
                        at,
                        ReceivingClock.of(
                                rules.now(), entries.placeOf(transfer.entryId), Optional.of(transfer.clockStart)));
            }
            tellSender(transfer, NotificationKind.TRANSFER_RECEIVED);
            transfers.flush();
            return transfers.view(transfer);
        });
    }

    TransferView decide(UUID id, @Nullable String ifMatch, Decision decision) {
        return audited.run(RegisterEvent.TRANSFER_DECIDED, trail -> {
            var transfer = toUs(transfers.involving(id, LockModeType.PESSIMISTIC_WRITE, trail));
            transfer.requireOpen();
            Versions.require(ifMatch, transfer.version);
            trail.note("decision", decision.decision());
            if (decision.isAcceptance()) {
                accept(transfer, decision.requiredConference());
            } else {
                transfer.reject(decision.requiredReason(), caller.get().subject(), now());
                tellSender(transfer, NotificationKind.TRANSFER_REJECTED);
            }
            transfers.flush();
            return transfers.view(transfer);
        });
    }

    /** In one transaction, in which the database checks that both happen. */
    private void accept(Transfer transfer, LocalDate conference) {
        if (conference.isAfter(LocalDate.now(clock)) || conference.isBefore(dayOf(transfer.proposedAt))) {
            throw CommonProblem.INVALID_FIELDS
                    .because("The conference that accepts was held between the proposal and today.")
                    .at("conferenceOn", "must be between the proposal and today");
        }
        requireReceiver(transfer);
        transfer.accept(caller.get().subject(), now(), conference);
        transfers.flush();
        entries.handOver(transfer.entryId, transfer.toAgency);
        tellSender(transfer, NotificationKind.TRANSFER_ACCEPTED);
    }

    /** What was so when it was proposed need not be so any more: registrars may have changed the agency since. */
    private void requireReceiver(Transfer transfer) {
        if (directory
                .countryOfHolder(transfer.toAgency)
                .filter(directory.countryOf(transfer.fromAgency).orElse("")::equals)
                .isEmpty()) {
            throw RegisterProblem.NO_RECEIVER.because("The directory no longer says of your agency that it can become"
                    + " responsible in this country. Reject the transfer, or ask a registrar.");
        }
    }

    private Transfer toUs(Transfer transfer) {
        if (!transfer.toAgency.equals(caller.get().agency())) {
            throw CommonProblem.FORBIDDEN.because("Only the agency that is to become responsible does this.");
        }
        permits.require(Action.DECIDE_TRANSFER, Relationship.TRANSFER_RECIPIENT);
        return transfer;
    }

    private void tellSender(Transfer transfer, NotificationKind kind) {
        notifications.tell(
                transfer.fromAgency, kind, transfer.id, entries.childOf(transfer.entryId), caller.get(), null);
    }

    private LocalDate dayOf(Instant moment) {
        return LocalDate.ofInstant(moment, clock.getZone());
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
