package eu.waymark.referral.person;

import eu.waymark.platform.persistence.audit.PersonTags;
import eu.waymark.platform.persistence.audit.Trail;
import eu.waymark.platform.persistence.erasure.Erasures;
import eu.waymark.platform.web.caller.Caller;
import eu.waymark.platform.web.problem.CommonProblem;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;

/** The children of the caller's own agency: whatever begins here begins on a person record of whoever begins it. */
@ApplicationScoped
public class OwnChildren {

    private final PersonRecords records;
    private final PersonTags tags;
    private final Erasures erasures;

    OwnChildren(PersonRecords records, PersonTags tags, Erasures erasures) {
        this.records = records;
        this.tags = tags;
        this.erasures = erasures;
    }

    /** Asks identity. Before the transaction: no connection is held while another service thinks. */
    public Asked ask(UUID recordId) {
        return new Asked(records.find(recordId));
    }

    /** What identity said. */
    public final class Asked {

        private final Optional<PersonRecord> found;

        private Asked(Optional<PersonRecord> found) {
            this.found = found;
        }

        /**
         * The record's id, once it is the caller's own and on the trail. Within audited work.
         *
         * @throws eu.waymark.platform.web.problem.ProblemException 404 for an unknown or foreign record, 410 for an erased
         */
        public UUID own(Caller by, Trail trail) {
            // Where the record is erased here, its tag has been named for the last time.
            found.filter(record -> !erasures.isErased(record.recordId()))
                    .map(PersonRecord::tag)
                    .ifPresent(trail::about);
            var own = found.filter(record -> record.agency().equals(by.agency()))
                    .orElseThrow(() -> CommonProblem.NOT_FOUND.because("Your agency has no such person record."));
            erasures.requireNotErased(own.recordId());
            tags.remember(own.recordId(), own.tag());
            return own.recordId();
        }
    }
}
