package eu.waymark.identity.link;

import eu.waymark.identity.record.PersonRecord;
import eu.waymark.platform.persistence.audit.Trail;
import eu.waymark.platform.web.caller.Caller;
import java.util.List;

/** Two records of which somebody asks whether they are one child; the one with the smaller id first. */
public record Pair(PersonRecord a, PersonRecord b) {

    private static final String CENTRAL = "central-authority";

    static Pair of(PersonRecord one, PersonRecord other) {
        return Edge.isInOrder(one.id(), other.id()) ? new Pair(one, other) : new Pair(other, one);
    }

    public List<PersonRecord> records() {
        return List.of(a, b);
    }

    public boolean isOfOneAgency() {
        return a.agency().equals(b.agency());
    }

    public boolean isOfOneCountry() {
        return a.country().equals(b.country());
    }

    /** Whether somebody has a right to one of the two: as its agency, or as the central authority of its country. */
    public boolean isOpenTo(Caller caller) {
        return records().stream().anyMatch(record -> isOwn(record, caller) || isUnder(record, caller));
    }

    /** Whether one of the two is of the caller's own agency. */
    public boolean isHeldBy(Caller caller) {
        return records().stream().anyMatch(record -> isOwn(record, caller));
    }

    public static boolean isOwn(PersonRecord record, Caller caller) {
        return record.agency().equals(caller.agency());
    }

    /** Whether the caller is of the central authority of the record's country. */
    public static boolean isUnder(PersonRecord record, Caller caller) {
        return caller.has(CENTRAL)
                && caller.agencyType().equals(CENTRAL)
                && record.country().equals(caller.country());
    }

    /** Names both children on the trail. */
    public void tell(Trail trail) {
        records().forEach(record -> trail.about(record.tag()));
    }

    @Override
    public String toString() {
        return "Pair[" + a.id() + ", " + b.id() + "]";
    }
}
