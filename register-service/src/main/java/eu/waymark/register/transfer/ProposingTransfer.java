package eu.waymark.register.transfer;

import eu.waymark.access.Action;
import eu.waymark.access.Relationship;
import eu.waymark.platform.persistence.access.Permits;
import eu.waymark.platform.persistence.audit.AuditedWork;
import eu.waymark.platform.persistence.clock.RulesInForce;
import eu.waymark.platform.web.caller.CurrentCaller;
import eu.waymark.platform.web.problem.ProblemException;
import eu.waymark.register.RegisterEvent;
import eu.waymark.register.RegisterProblem;
import eu.waymark.register.barrier.Barriers;
import eu.waymark.register.directory.Directory;
import eu.waymark.register.entry.Entries;
import eu.waymark.register.notification.NotificationKind;
import eu.waymark.register.notification.Notifications;
import eu.waymark.register.transfer.ProposalsResource.NewTransfer;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/** The holder proposes that another agency of its country become responsible. Nothing changes by that. */
@Singleton
class ProposingTransfer {

    private static final String TO_AGENCY = "toAgency";

    private final Permits permits;
    private final Transfers transfers;
    private final Entries entries;
    private final RulesInForce rules;
    private final Directory directory;
    private final Notifications notifications;
    private final AuditedWork audited;
    private final CurrentCaller caller;
    private final Clock clock;
    private final Barriers barriers;

    ProposingTransfer(
            Permits permits,
            Transfers transfers,
            Entries entries,
            RulesInForce rules,
            Directory directory,
            Notifications notifications,
            AuditedWork audited,
            CurrentCaller caller,
            Clock clock,
            Barriers barriers) {
        this.permits = permits;
        this.transfers = transfers;
        this.entries = entries;
        this.rules = rules;
        this.directory = directory;
        this.notifications = notifications;
        this.audited = audited;
        this.caller = caller;
        this.clock = clock;
        this.barriers = barriers;
    }

    TransferView propose(UUID entryId, NewTransfer request) {
        return audited.run(RegisterEvent.TRANSFER_PROPOSED, trail -> {
            var held = entries.requireHeld(caller.get().agency(), entryId, trail);
            permits.require(Action.PROPOSE_TRANSFER, Relationship.HOLDER);
            held.requireActive();
            requireReceiver(request.toAgency(), entryId);
            if (transfers.count("entryId = ?1 and status in ('proposed', 'received')", entryId) > 0) {
                throw RegisterProblem.TRANSFER_OPEN.because(
                        "Wait until it is decided, or withdraw it, before you propose another.");
            }
            var transfer = transfer(entryId, held.place(), request);
            transfers.persistAndFlush(transfer);
            notifications.tellNationally(
                    transfer.toAgency,
                    NotificationKind.TRANSFER_PROPOSED,
                    transfer.id,
                    entries.childOf(entryId),
                    caller.get().country());
            trail.resource(transfer.id.toString());
            trail.note("entry", entryId.toString());
            trail.note("to", transfer.toAgency);
            trail.created(TransfersResource.PATH + "/" + transfer.id);
            return transfers.view(transfer);
        });
    }

    private void requireReceiver(String agency, UUID entryId) {
        var who = caller.get();
        var country = directory
                .countryOfHolder(agency)
                .orElseThrow(() -> noReceiver("Choose an agency of child protection that the directory knows."));
        if (agency.equals(who.agency())) {
            throw noReceiver("Your agency is responsible already.");
        }
        if (barriers.of(entryId, agency, country).isPresent()) {
            throw noReceiver("This agency is kept from the child: lift that first, or choose another.");
        }
        if (!country.equals(directory.countryOf(who.agency()).orElse(""))) {
            throw noReceiver("A measure ends at its country's border: tell the authority there by a notice of the move."
                    + " You stay responsible meanwhile.");
        }
    }

    private static ProblemException noReceiver(String detail) {
        return RegisterProblem.NO_RECEIVER.because(detail).at(TO_AGENCY, "cannot become responsible");
    }

    private Transfer transfer(UUID entryId, String place, NewTransfer request) {
        var counted = ReceivingClock.of(rules.now(), place, directory.transferClockStart(request.toAgency()));
        var transfer = new Transfer();
        transfer.id = UUID.randomUUID();
        transfer.entryId = entryId;
        transfer.fromAgency = caller.get().agency();
        transfer.toAgency = request.toAgency();
        transfer.reason = request.reason();
        transfer.proposedBy = caller.get().subject();
        transfer.proposedAt = clock.instant().truncatedTo(ChronoUnit.MICROS);
        transfer.clockRule = counted.rule().code();
        transfer.clockStart = counted.start();
        if (counted.runsFromProposal()) {
            transfer.startClock(transfer.proposedAt, counted);
        }
        return transfer;
    }
}
