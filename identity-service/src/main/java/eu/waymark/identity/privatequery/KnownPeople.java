package eu.waymark.identity.privatequery;

import eu.waymark.identity.record.FoundPerson;
import eu.waymark.identity.record.OpenRecords;
import eu.waymark.matching.clk.EncodingResult.Encoded;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Who may be meant by an encoded question: asked in memory, then looked up, so that nobody erased is found. */
@ApplicationScoped
class KnownPeople {

    private final EncodedPeople encoded;
    private final OpenRecords records;

    KnownPeople(EncodedPeople encoded, OpenRecords records) {
        this.encoded = encoded;
        this.records = records;
    }

    /**
     * Records that agree, most alike first.
     *
     * @param byDay by name and day of birth
     * @param byYear by name and year
     */
    record Known(List<FoundPerson> byDay, List<FoundPerson> byYear) {

        /**
         * Whether those whose day agrees are one child, as far as anybody can tell: an agency searches before it records,
         * so two of its records are two children; records of two agencies are as a rule one child who moved.
         */
        boolean isOneChild() {
            return !byDay.isEmpty()
                    && byDay.stream().map(FoundPerson::agency).distinct().count() == byDay.size();
        }
    }

    /** Belongs inside audited work. */
    Known find(String epoch, Encoded question) {
        var finding = encoded.ask(epoch, question);
        return new Known(records.mirrored(finding.byDay()), records.mirrored(finding.byYear()));
    }
}
