package eu.waymark.matching.synthetic;

import eu.waymark.matching.Demographics;
import java.util.Set;

/**
 * One registration of an invented child.
 *
 * @param recordId id of this registration, a random UUID of the seed
 * @param personId the child in truth: equal in repeated registrations, different for twins
 * @param familyId equal for siblings
 * @param origin where the family comes from, ISO 3166-1 alpha-2: figures are told apart by it
 * @param agencyCountry where it was registered: GB, FR, NL, PL or DE
 * @param demographics what that agency wrote down
 * @param twin whether the child has a twin in the same family
 * @param repeated whether this is a later registration, made abroad and with differences
 * @param faults what went wrong at a later registration
 */
public record SyntheticRecord(
        String recordId,
        String personId,
        String familyId,
        String origin,
        String agencyCountry,
        Demographics demographics,
        boolean twin,
        boolean repeated,
        Set<Fault> faults) {

    public SyntheticRecord {
        faults = Set.copyOf(faults);
    }

    /** What two registrations are to one another in truth. */
    public enum Relation {
        SAME,
        TWIN,
        SIBLING,
        STRANGER
    }

    /** What the other registration's child is to this one. */
    public Relation to(SyntheticRecord other) {
        if (personId.equals(other.personId)) {
            return Relation.SAME;
        }
        if (!familyId.equals(other.familyId)) {
            return Relation.STRANGER;
        }
        return twin && other.twin ? Relation.TWIN : Relation.SIBLING;
    }
}
