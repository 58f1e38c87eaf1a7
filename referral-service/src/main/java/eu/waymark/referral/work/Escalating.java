package eu.waymark.referral.work;

import eu.waymark.referral.agency.Agencies;
import eu.waymark.referral.told.ToldRegister;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Who is told what of a clock: the agency that has to do it always; whoever waits for it once it is overdue; the central
 * authorities of both countries when it still is. What only some of the agency may know of is told to nobody else.
 */
@ApplicationScoped
class Escalating {

    private final ToldRegister told;
    private final Agencies agencies;

    Escalating(ToldRegister told, Agencies agencies) {
        this.told = told;
        this.agencies = agencies;
    }

    void tell(WorkItem item, Stage stage) {
        addressees(item, stage)
                .forEach(agency ->
                        told.tell(agency, stage.notification(), item.reference, item.agency, item.personRecordId));
    }

    private Set<String> addressees(WorkItem item, Stage stage) {
        if (item.kind.isQuiet()) {
            return Set.of();
        }
        var both = item.awaitedBy == null || item.kind.isConfidential()
                ? List.of(item.agency)
                : List.of(item.agency, item.awaitedBy);
        return switch (stage) {
            case HALF, FOUR_FIFTHS -> Set.of(item.agency);
            case OVERDUE -> new LinkedHashSet<>(both);
            case ESCALATED -> authorities(both, item);
        };
    }

    private Set<String> authorities(List<String> both, WorkItem item) {
        var all = new LinkedHashSet<>(both);
        if (!item.kind.isConfidential()) {
            both.forEach(agency -> all.addAll(agencies.centralAuthoritiesOver(agency)));
        }
        return all;
    }
}
