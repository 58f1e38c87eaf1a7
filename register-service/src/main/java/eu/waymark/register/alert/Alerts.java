package eu.waymark.register.alert;

import eu.waymark.platform.persistence.access.Permits;
import eu.waymark.platform.persistence.audit.Trail;
import eu.waymark.platform.web.caller.CurrentCaller;
import eu.waymark.platform.web.paging.Cursor;
import eu.waymark.platform.web.problem.CommonProblem;
import eu.waymark.register.barrier.Barriers;
import eu.waymark.register.directory.Directory;
import eu.waymark.register.entry.Entries;
import eu.waymark.register.entry.Responsibility;
import eu.waymark.register.exclusion.DeskToCall;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Parameters;
import jakarta.inject.Singleton;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * All alerts, each visible to who is responsible for the child, to its receivers, barely to who reported the child, and to who
 * raised it and has passed the child on as it was then. Only within audited work.
 */
@Singleton
class Alerts implements PanacheRepositoryBase<Alert, UUID> {

    private static final String VISIBLE = "(agency = :itsAgency or reporter = :itsAgency"
            + " or exists (select 1 from Entry e where e.id = entryId and e.holder = :itsAgency)"
            + " or id in (select r.alertId from AlertReceipt r where r.agency = :itsAgency)) and "
            + Barriers.NONE_BEFORE_ENTRY;

    private final Permits permits;
    private final Entries entries;
    private final Barriers barriers;
    private final Responsibility responsibility;
    private final DeskToCall desks;
    private final Directory directory;
    private final CurrentCaller caller;

    Alerts(
            Permits permits,
            Entries entries,
            Barriers barriers,
            Responsibility responsibility,
            DeskToCall desks,
            Directory directory,
            CurrentCaller caller) {
        this.permits = permits;
        this.entries = entries;
        this.barriers = barriers;
        this.responsibility = responsibility;
        this.desks = desks;
        this.directory = directory;
        this.caller = caller;
    }

    /** An alert that the caller's agency may know of; unknown and others' answer alike. */
    Alert known(UUID id, LockModeType lock, Trail trail) {
        trail.resource(id.toString());
        var parameters = Parameters.with("id", id);
        barriers.caller().forEach(parameters::and);
        var alert = find("id = :id and " + VISIBLE, parameters)
                .withLock(lock)
                .firstResultOptional()
                .orElseThrow(
                        () -> CommonProblem.NOT_FOUND.because("There is no such alert, or none that you may know of."));
        permits.requireTold();
        entries.trace(List.of(alert.entryId), trail);
        return alert;
    }

    List<Alert> known(boolean onlyOpen, Optional<Cursor> after, int limit, Trail trail) {
        permits.requireTold();
        var where = VISIBLE + (onlyOpen ? " and outcome is null" : "");
        var parameters = new Parameters();
        barriers.caller().forEach(parameters::and);
        if (after.isPresent()) {
            where += " and (raisedAt, id) < (:time, :id)";
            parameters.and("time", after.get().time()).and("id", after.get().id());
        }
        var rows = find(where + " order by raisedAt desc, id desc", parameters)
                .range(0, limit)
                .list();
        var shown = rows.stream().limit(limit).map(alert -> alert.entryId).toList();
        entries.trace(shown, trail);
        trail.returned(shown.size());
        return rows;
    }

    List<AlertReceipt> receipts(UUID alertId) {
        return getEntityManager()
                .createQuery("from AlertReceipt where alertId = :id order by country, agency", AlertReceipt.class)
                .setParameter("id", alertId)
                .getResultList();
    }

    /** What the caller's agency was sent, which nobody else changes until the end of the transaction. */
    AlertReceipt sentToCaller(UUID alertId) {
        var receipt = getEntityManager()
                .createQuery("from AlertReceipt where alertId = :id and agency = :agency", AlertReceipt.class)
                .setParameter("id", alertId)
                .setParameter("agency", caller.get().agency())
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultStream()
                .findFirst()
                .orElseThrow(() -> CommonProblem.FORBIDDEN.because("Only an agency that was told answers."));
        getEntityManager().refresh(receipt);
        return receipt;
    }

    /** Who is responsible for the child, and so whom the alert is of now. */
    String holder(Alert alert) {
        return responsibility.holderOf(alert.entryId);
    }

    AlertView view(Alert alert) {
        var agency = caller.get().agency();
        var holder = holder(alert);
        var country = directory.countryOf(holder).orElse("");
        var receipts = receipts(alert.id);
        if (holder.equals(agency)) {
            return AlertView.forHolder(alert, country, receipts);
        }
        var own = receipts.stream().filter(r -> r.agency.equals(agency)).toList();
        if (!own.isEmpty()) {
            return AlertView.forReceiver(alert, country, desks.toCall(alert.entryId, holder), own);
        }
        return alert.agency.equals(agency)
                ? AlertView.forFormerHolder(alert, country, receipts, responsibility.passedOn(alert.entryId))
                : AlertView.forReporter(alert);
    }
}
