package eu.waymark.register.disclosure;

import eu.waymark.platform.persistence.access.Permits;
import eu.waymark.platform.persistence.audit.Trail;
import eu.waymark.platform.web.caller.CurrentCaller;
import eu.waymark.platform.web.paging.Cursor;
import eu.waymark.platform.web.problem.CommonProblem;
import eu.waymark.register.RegisterProblem;
import eu.waymark.register.barrier.Barriers;
import eu.waymark.register.entry.Entries;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Parameters;
import jakarta.inject.Singleton;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** All disclosures, each visible to its two sides. Only within audited work. */
@Singleton
class Disclosures implements PanacheRepositoryBase<Disclosure, UUID> {

    /**
     * Who sees a disclosure: who asked, who was asked, who is responsible now, and the authority that it was taken to; and
     * nobody whom something keeps from the child. The one place where this is decided.
     */
    private static final String VISIBLE =
            "(holder = :itsAgency or askingAgency = :itsAgency or escalatedTo = :itsAgency"
                    + " or exists (select 1 from Entry e where e.id = entryId and e.holder = :itsAgency)) and "
                    + Barriers.NONE_BEFORE_ENTRY;

    private final Permits permits;
    private final Entries entries;
    private final TellingContent telling;
    private final AgreedContent agreed;
    private final Withholdings withholdings;
    private final Barriers barriers;
    private final CurrentCaller caller;

    Disclosures(
            Permits permits,
            Entries entries,
            TellingContent telling,
            AgreedContent agreed,
            Withholdings withholdings,
            Barriers barriers,
            CurrentCaller caller) {
        this.permits = permits;
        this.entries = entries;
        this.telling = telling;
        this.agreed = agreed;
        this.withholdings = withholdings;
        this.barriers = barriers;
        this.caller = caller;
    }

    /** A disclosure of which the caller's agency is one side; unknown and another's answer alike. */
    Disclosure involving(UUID id, Trail trail) {
        return involving(id, LockModeType.NONE, trail);
    }

    Disclosure involving(UUID id, LockModeType lock, Trail trail) {
        trail.resource(id.toString());
        var parameters = Parameters.with("id", id);
        barriers.caller().forEach(parameters::and);
        var disclosure = find("id = :id and " + VISIBLE, parameters)
                .withLock(lock)
                .firstResultOptional()
                .orElseThrow(() ->
                        CommonProblem.NOT_FOUND.because("There is no such disclosure, or none that you may know of."));
        permits.requireTold();
        entries.trace(List.of(disclosure.entryId), trail);
        return disclosure;
    }

    List<Disclosure> involving(Optional<String> status, Optional<Cursor> after, int limit) {
        permits.requireTold();
        var where = VISIBLE;
        var parameters = new Parameters();
        barriers.caller().forEach(parameters::and);
        if (status.isPresent()) {
            where += " and status = :status";
            parameters.and("status", status.get());
        }
        if (after.isPresent()) {
            where += " and (askedAt, id) < (:time, :id)";
            parameters.and("time", after.get().time()).and("id", after.get().id());
        }
        return find(where + " order by askedAt desc, id desc", parameters)
                .range(0, limit)
                .list();
    }

    /** Puts the children of some disclosures on the trail. */
    void trace(List<Disclosure> shown, Trail trail) {
        entries.trace(shown.stream().map(disclosure -> disclosure.entryId).toList(), trail);
        trail.returned(shown.size());
    }

    /**
     * With the content, where the caller's side is the asker's and the holder shares it.
     *
     * @throws eu.waymark.platform.web.problem.ProblemException 410 to the asker once it is revoked
     */
    DisclosureView view(Disclosure disclosure) {
        if (!isAskedByCaller(disclosure)) {
            return DisclosureView.forHolder(disclosure);
        }
        if (isKept(disclosure)) {
            return DisclosureView.kept(disclosure);
        }
        if (disclosure.isRevoked()) {
            throw RegisterProblem.DISCLOSURE_REVOKED.because(
                    "The holder has taken it back: what you have read may no longer be relied on. Call the desk.");
        }
        return DisclosureView.forAsker(
                disclosure, agreed.readable(disclosure), disclosure.isAccepted() ? telling.of(disclosure) : null);
    }

    /** In a list no content is shown: it is read one by one, so that each reading is on record. */
    DisclosureView listed(Disclosure disclosure) {
        if (!isAskedByCaller(disclosure)) {
            return DisclosureView.forHolder(disclosure);
        }
        return isKept(disclosure)
                ? DisclosureView.kept(disclosure)
                : DisclosureView.forAsker(disclosure, agreed.readable(disclosure), null);
    }

    /**
     * Whether the asker is told nothing but where to turn: while to tell would endanger, and while a decision not to share
     * with it stands, or a mark asks for a person's decision on what an agreement gave, and the holder has not decided
     * otherwise. Neither can be told from another.
     */
    boolean isKept(Disclosure disclosure) {
        return entries.safeguards(disclosure.entryId).transmissionDanger()
                || disclosure.isByAgreement() && agreed.readable(disclosure).isEmpty()
                || disclosure.isOpen()
                        && withholdings.standAgainst(
                                disclosure.entryId, disclosure.askingAgency, disclosure.askingCountry);
    }

    private boolean isAskedByCaller(Disclosure disclosure) {
        return disclosure.askingAgency.equals(caller.get().agency());
    }
}
