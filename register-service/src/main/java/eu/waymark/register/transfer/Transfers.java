package eu.waymark.register.transfer;

import eu.waymark.platform.persistence.audit.Trail;
import eu.waymark.platform.web.caller.CurrentCaller;
import eu.waymark.platform.web.paging.Cursor;
import eu.waymark.platform.web.problem.CommonProblem;
import eu.waymark.register.barrier.Barriers;
import eu.waymark.register.directory.Directory;
import eu.waymark.register.entry.Entries;
import eu.waymark.register.entry.Entries.Told;
import eu.waymark.register.entry.EntryHistory;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Parameters;
import jakarta.inject.Singleton;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** All transfers, each visible to its two sides. Only within audited work. */
@Singleton
class Transfers implements PanacheRepositoryBase<Transfer, UUID> {

    private final Entries entries;
    private final EntryHistory history;
    private final Sides sides;
    private final Directory directory;
    private final CurrentCaller caller;
    private final Barriers barriers;

    Transfers(
            Entries entries,
            EntryHistory history,
            Sides sides,
            Directory directory,
            CurrentCaller caller,
            Barriers barriers) {
        this.entries = entries;
        this.history = history;
        this.sides = sides;
        this.directory = directory;
        this.caller = caller;
        this.barriers = barriers;
    }

    /** A transfer of which the caller's agency is one side; unknown and others' answer alike. */
    Transfer involving(UUID id, LockModeType lock, Trail trail) {
        trail.resource(id.toString());
        var agency = caller.get().agency();
        var transfer = findByIdOptional(id, lock)
                .filter(found -> found.isBetween(agency) && barriers.isNoneBefore(found.entryId))
                .orElseThrow(() ->
                        CommonProblem.NOT_FOUND.because("There is no such transfer, or none that you may know of."));
        entries.trace(List.of(transfer.entryId), trail);
        return transfer;
    }

    /** The same, to be read as what its agency is to the child by it. */
    Transfer read(UUID id, Trail trail) {
        var transfer = involving(id, LockModeType.NONE, trail);
        sides.require(transfer);
        return transfer;
    }

    /** Those that the caller may read of its agency's, newest first, as a query asks for them. */
    List<Transfer> involving(TransfersQuery query, Optional<Cursor> after, int limit) {
        var parameters = Parameters.with("agency", caller.get().agency());
        barriers.caller().forEach(parameters::and);
        var where = query.where() + " and " + sides.readable() + " and " + Barriers.NONE_BEFORE_ENTRY;
        if (after.isPresent()) {
            where += " and (proposedAt, id) < (:time, :id)";
            parameters.and("time", after.get().time()).and("id", after.get().id());
        }
        return find(where + " order by proposedAt desc, id desc", parameters)
                .range(0, limit)
                .list();
    }

    /** Puts the children of some transfers on the trail. */
    void trace(List<Transfer> shown, Trail trail) {
        entries.trace(shown.stream().map(transfer -> transfer.entryId).toList(), trail);
        trail.returned(shown.size());
    }

    /** In whose time an agency sees the entry: the sender's, until the receiver has accepted and it is the receiver's. */
    private String side(Transfer transfer) {
        var isTaken = transfer.status.equals(Transfer.ACCEPTED)
                && transfer.toAgency.equals(caller.get().agency());
        return isTaken ? transfer.toAgency : transfer.fromAgency;
    }

    /**
     * As the caller may see it: its own side's whole, the other side's without name or place until a named worker has taken
     * it.
     */
    TransferView view(Transfer transfer) {
        return isOpened(transfer)
                ? TransferView.opened(transfer, told(transfer))
                : TransferView.preview(transfer, told(transfer), country(transfer));
    }

    /** In a list no content is shown: it is read one by one, so that each reading is on record. */
    TransferView listed(Transfer transfer) {
        return isOpened(transfer)
                ? TransferView.listed(transfer, told(transfer))
                : TransferView.preview(transfer, told(transfer), country(transfer));
    }

    private boolean isOpened(Transfer transfer) {
        var who = caller.get();
        return transfer.fromAgency.equals(who.agency()) || transfer.isOpenedTo(who);
    }

    private Told told(Transfer transfer) {
        return history.tellAsHeldBy(side(transfer), transfer.entryId);
    }

    private String country(Transfer transfer) {
        return directory.countryOf(transfer.fromAgency).orElse("");
    }
}
