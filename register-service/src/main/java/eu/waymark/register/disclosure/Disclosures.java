package eu.waymark.register.disclosure;

import eu.waymark.platform.persistence.audit.Trail;
import eu.waymark.platform.web.caller.CurrentCaller;
import eu.waymark.platform.web.paging.Cursor;
import eu.waymark.platform.web.problem.CommonProblem;
import eu.waymark.register.directory.Directory;
import eu.waymark.register.entry.Entries;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Parameters;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** All disclosures, each visible to its two sides. Only within audited work. */
@Singleton
class Disclosures implements PanacheRepositoryBase<Disclosure, UUID> {

    private final Entries entries;
    private final Directory directory;
    private final CurrentCaller caller;

    Disclosures(Entries entries, Directory directory, CurrentCaller caller) {
        this.entries = entries;
        this.directory = directory;
        this.caller = caller;
    }

    /** A disclosure of which the caller's agency is one side; unknown and another's answer alike. */
    Disclosure involving(UUID id, Trail trail) {
        trail.resource(id.toString());
        var agency = caller.get().agency();
        var disclosure = findByIdOptional(id)
                .filter(found -> found.involves(agency))
                .orElseThrow(() ->
                        CommonProblem.NOT_FOUND.because("There is no such disclosure, or none that you may know of."));
        entries.trace(List.of(disclosure.entryId), trail);
        return disclosure;
    }

    List<Disclosure> involving(Optional<Cursor> after, int limit) {
        var where = "(holder = :agency or askingAgency = :agency or escalatedTo = :agency)";
        var parameters = Parameters.with("agency", caller.get().agency());
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

    /** With the content, where the caller's side is the asker's and the holder has accepted. */
    DisclosureView view(Disclosure disclosure) {
        if (!isAskedByCaller(disclosure)) {
            return DisclosureView.forHolder(disclosure);
        }
        var told = disclosure.isAccepted() ? entries.tell(disclosure.entryId) : null;
        return DisclosureView.forAsker(
                disclosure, told, directory.deskToCall(disclosure.holder, disclosure.askingCountry));
    }

    /** In a list no content is shown: it is read one by one, so that each reading is on record. */
    DisclosureView listed(Disclosure disclosure) {
        return !isAskedByCaller(disclosure)
                ? DisclosureView.forHolder(disclosure)
                : DisclosureView.forAsker(
                        disclosure, null, directory.deskToCall(disclosure.holder, disclosure.askingCountry));
    }

    private boolean isAskedByCaller(Disclosure disclosure) {
        return disclosure.askingAgency.equals(caller.get().agency());
    }
}
