package eu.waymark.register.sealing;

import eu.waymark.platform.persistence.audit.AuditedWork;
import eu.waymark.platform.persistence.audit.Trail;
import eu.waymark.platform.persistence.query.Column;
import eu.waymark.platform.web.caller.CurrentCaller;
import eu.waymark.platform.web.paging.Cursor;
import eu.waymark.register.RegisterEvent;
import eu.waymark.register.RegisterProblem;
import eu.waymark.register.directory.Directory;
import eu.waymark.register.sealing.SealedProposalsResource.Handover;
import eu.waymark.register.worker.Workers;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Parameters;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
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
        lapse(id);
        if (count("sealingId = ?1 and decidedAt is null", id) > 0) {
            throw RegisterProblem.ILLEGAL_TRANSITION.because(
                    "Another proposal about it waits for its second: have it decided, or refuse it.");
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

    /** The handovers that name the caller and wait, newest first; one more than asked for where there are more. */
    List<SealedProposal> toTake(Optional<Cursor> after, int limit) {
        return audited.run(RegisterEvent.SEALED_LISTED, trail -> {
            trail.conceal();
            sealed.requireReader();
            var parameters = Parameters.with("kind", SealedProposal.HANDOVER)
                    .and("since", clock.instant().minus(SealedProposal.LAPSES))
                    .and("own", sealed.namedIds());
            var where = "kind = :kind and decidedAt is null and proposedAt > :since and sealingId not in :own";
            var waiting = page(where, parameters, after, limit);
            trail.returned(Math.min(waiting.size(), limit));
            return waiting;
        });
    }

    /** What was proposed about one of the caller's, newest first; one more than asked for where there are more. */
    List<SealedProposal> about(UUID id, Optional<Cursor> after, int limit) {
        return audited.run(RegisterEvent.SEALED_READ, trail -> {
            sealed.named(id, trail);
            lapse(id);
            var proposals = page("sealingId = :sealing", Parameters.with("sealing", id), after, limit);
            trail.returned(Math.min(proposals.size(), limit));
            return proposals;
        });
    }

    private List<SealedProposal> page(String where, Parameters parameters, Optional<Cursor> after, int limit) {
        if (after.isPresent()) {
            parameters.and("time", after.get().time()).and("id", after.get().id());
        }
        var from = after.isPresent() ? " and (proposedAt, id) < (:time, :id)" : "";
        return find(where + from + " order by proposedAt desc, id desc", parameters)
                .range(0, limit)
                .list();
    }

    /** Whoever is to take over refuses, and so does one who is named; one's own proposal is withdrawn by it. */
    void refuse(UUID id) {
        audited.run(RegisterEvent.SEALED_CHANGED, trail -> {
            trail.conceal();
            trail.resource(id.toString());
            if (findByIdOptional(id).isEmpty()) {
                throw SealedEntries.unknown();
            }
            sealed.requireReader();
            if (!answer("select refuse_sealing_proposal(:id, :by)", id)) {
                throw RegisterProblem.ILLEGAL_TRANSITION.because("It is decided already.");
            }
            return id;
        });
    }

    private void lapse(UUID sealing) {
        getEntityManager()
                .createNativeQuery("select lapse_sealing_proposal(:sealing)", Object.class)
                .setParameter("sealing", sealing)
                .getSingleResult();
    }

    /** The second agrees. To unseal opens what is true; a handover makes the other agency responsible. */
    void decide(UUID id, String kind) {
        audited.run(RegisterEvent.SEALED_CHANGED, trail -> {
            trail.conceal();
            trail.resource(id.toString());
            var proposal = findByIdOptional(id)
                    .filter(found -> found.kind.equals(kind))
                    .orElseThrow(SealedEntries::unknown);
            sealed.requireReader();
            if (kind.equals(SealedProposal.UNSEALING)) {
                sealed.named(proposal.sealingId, trail);
                unsealing.lock(proposal.sealingId);
            }
            if (!answer("select decide_sealing_proposal(:id, :by)", id)) {
                throw RegisterProblem.ILLEGAL_TRANSITION.because(
                        "It is decided already, has lapsed, or takes another person than the one who proposed it.");
            }
            if (kind.equals(SealedProposal.UNSEALING)) {
                unsealing.open(proposal.sealingId);
            }
            return id;
        });
    }

    private boolean answer(String question, UUID id) {
        return Column.of(getEntityManager(), question, Boolean.class)
                .setParameter("id", id)
                .setParameter("by", caller.get().subject())
                .getSingleResult();
    }
}
