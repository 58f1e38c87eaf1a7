package eu.waymark.register.sealing;

import eu.waymark.platform.persistence.audit.AuditedWork;
import eu.waymark.platform.persistence.audit.Trail;
import eu.waymark.platform.persistence.query.Column;
import eu.waymark.platform.web.caller.CurrentCaller;
import eu.waymark.register.RegisterEvent;
import eu.waymark.register.RegisterProblem;
import eu.waymark.register.directory.Directory;
import eu.waymark.register.sealing.SealedProposalsResource.Handover;
import eu.waymark.register.worker.Workers;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What takes two: unsealing by two who are named, and a handover from one of them to one who is to take it. */
@Singleton
class Proposals implements PanacheRepositoryBase<SealedProposal, UUID> {

    private final SealedEntries sealed;
    private final Directory directory;
    private final Workers workers;
    private final Unsealing unsealing;
    private final AuditedWork audited;
    private final CurrentCaller caller;
    private final Clock clock;

    Proposals(
            SealedEntries sealed,
            Directory directory,
            Workers workers,
            Unsealing unsealing,
            AuditedWork audited,
            CurrentCaller caller,
            Clock clock) {
        this.sealed = sealed;
        this.directory = directory;
        this.workers = workers;
        this.unsealing = unsealing;
        this.audited = audited;
        this.caller = caller;
        this.clock = clock;
    }

    UUID proposeUnsealing(UUID id) {
        return audited.run(RegisterEvent.SEALED_CHANGED, trail -> propose(id, null, trail));
    }

    UUID proposeHandover(UUID id, Handover handover) {
        return audited.run(RegisterEvent.SEALED_CHANGED, trail -> propose(id, handover, trail));
    }

    private UUID propose(UUID id, @Nullable Handover handover, Trail trail) {
        sealed.standing(id, trail);
        if (count("sealingId = ?1 and decidedAt is null", id) > 0) {
            throw RegisterProblem.ILLEGAL_TRANSITION.because("Another proposal about it waits for its second.");
        }
        var proposal = new SealedProposal();
        proposal.id = UUID.randomUUID();
        proposal.sealingId = id;
        proposal.kind = handover == null ? SealedProposal.UNSEALING : SealedProposal.HANDOVER;
        if (handover != null) {
            SealingEntry.requireTwo(handover.workers());
            proposal.toAgency = requireReceiver(handover.responsible());
            proposal.workers = workers.json(SealedWorkers.shown(handover.workers()));
        }
        proposal.proposedBy = caller.get().subject();
        proposal.proposedAt = clock.instant();
        persistAndFlush(proposal);
        return proposal.id;
    }

    private String requireReceiver(String responsible) {
        if (directory
                .countryOfHolder(responsible)
                .filter(caller.get().country()::equals)
                .isEmpty()) {
            throw RegisterProblem.NO_RECEIVER
                    .because("Responsibility passes to a child protection agency of your own country.")
                    .at("responsible", "is not such an agency");
        }
        return responsible;
    }

    /** The handovers that name the caller and wait. */
    List<SealedProposal> toTake() {
        return audited.run(RegisterEvent.SEALED_LISTED, trail -> {
            trail.conceal();
            var own = sealed.namedIds();
            var waiting =
                    list("kind = ?1 and decidedAt is null order by proposedAt, id", SealedProposal.HANDOVER).stream()
                            .filter(proposal -> !own.contains(proposal.sealingId))
                            .toList();
            trail.returned(waiting.size());
            return waiting;
        });
    }

    /** The second agrees. To unseal opens what is true; a handover makes the other agency responsible. */
    void decide(UUID id, String kind) {
        audited.run(RegisterEvent.SEALED_CHANGED, trail -> {
            trail.conceal();
            trail.resource(id.toString());
            var proposal = findByIdOptional(id)
                    .filter(found -> found.kind.equals(kind))
                    .orElseThrow(SealedEntries::unknown);
            if (kind.equals(SealedProposal.UNSEALING)) {
                sealed.named(proposal.sealingId, trail);
                unsealing.lock(proposal.sealingId);
            }
            if (!agree(id)) {
                throw RegisterProblem.ILLEGAL_TRANSITION.because(
                        "It is decided already, or takes another person than the one who proposed it.");
            }
            if (kind.equals(SealedProposal.UNSEALING)) {
                unsealing.open(proposal.sealingId);
            }
            return id;
        });
    }

    private boolean agree(UUID id) {
        return Column.of(getEntityManager(), "select decide_sealing_proposal(:id, :by)", Boolean.class)
                .setParameter("id", id)
                .setParameter("by", caller.get().subject())
                .getSingleResult();
    }
}
