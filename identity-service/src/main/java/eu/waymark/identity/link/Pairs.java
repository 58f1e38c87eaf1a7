package eu.waymark.identity.link;

import eu.waymark.access.Action;
import eu.waymark.access.Relationship;
import eu.waymark.identity.record.PersonRecords;
import eu.waymark.identity.restriction.Restrictions;
import eu.waymark.platform.persistence.access.Permits;
import eu.waymark.platform.web.caller.Caller;
import eu.waymark.platform.web.problem.CommonProblem;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** Pairs of records, for those who have a right to one of the two. Every use belongs inside audited work. */
@ApplicationScoped
public class Pairs {

    private final PersonRecords records;
    private final Permits permits;
    private final Restrictions restrictions;

    Pairs(PersonRecords records, Permits permits, Restrictions restrictions) {
        this.records = records;
        this.permits = permits;
        this.restrictions = restrictions;
    }

    /** Two records that exist. */
    public Pair of(UUID one, UUID other) {
        return Pair.of(records.findById(one), records.findById(other));
    }

    /** @throws eu.waymark.platform.web.problem.ProblemException 404 unless both are of the caller's own agency */
    Pair own(UUID one, UUID other, Caller caller) {
        if (one.equals(other)) {
            throw CommonProblem.INVALID_FIELDS
                    .because("A link joins two records.")
                    .at("otherRecordId", "is the same record");
        }
        return Pair.of(records.own(caller.agency(), one), records.own(caller.agency(), other));
    }

    /** A record of the caller's own agency and one of any. */
    Pair withOwn(UUID own, UUID other, Caller caller) {
        return Pair.of(records.own(caller.agency(), own), records.findById(other));
    }

    /**
     * Lets those pass who may do this to one of the two.
     *
     * @throws eu.waymark.platform.web.problem.ProblemException 404 without a right to one of the two, 403 when the policy
     *     does not permit it
     */
    public void require(Action action, Pair pair, Caller caller) {
        if (!pair.isOpenTo(caller)) {
            throw unknown();
        }
        permits.require(action, pair.isHeldBy(caller) ? Relationship.HOLDER : Relationship.NONE);
    }

    /**
     * A restricted record is only kept: nobody compares it or says whose it is (article 18(2) of the GDPR).
     *
     * @throws eu.waymark.platform.web.problem.ProblemException 409 when it is of the caller's own agency, else 404
     */
    public void requireUnrestricted(Pair pair, Caller caller) {
        var restricted = restrictions.among(List.of(pair.a().id(), pair.b().id()));
        pair.records().stream()
                .filter(record -> restricted.contains(record.id()))
                .forEach(record -> {
                    if (!Pair.isOwn(record, caller)) {
                        throw unknown();
                    }
                    restrictions.requireNone(record.id());
                });
    }

    /** As what does not exist is answered, and what the caller may not know of. */
    public static RuntimeException unknown() {
        return CommonProblem.NOT_FOUND.because("There is nothing here, or nothing that you may know of.");
    }
}
