package eu.waymark.identity.record;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Looks for records that may be the same child's as others. Every use belongs inside audited work. */
@ApplicationScoped
public class ImportedPairs {

    private final IndexRows rows;
    private final DemographicsVault vault;
    private final PersonFinder finder;

    ImportedPairs(IndexRows rows, DemographicsVault vault, PersonFinder finder) {
        this.rows = rows;
        this.vault = vault;
        this.finder = finder;
    }

    /**
     * Searches for each of the records.
     *
     * @param numbers their short names; those of erased records are passed over
     * @return how many pairs were told
     */
    public int search(List<Long> numbers, PossiblePairs pairs) {
        int told = 0;
        for (var record : rows.load(numbers)) {
            var who = vault.open(record.id(), record.version(), record.sealed());
            for (var hit : finder.find(who).hits()) {
                if (hit.record().no() != record.no()) {
                    pairs.found(record, hit);
                    told++;
                }
            }
        }
        return told;
    }
}
