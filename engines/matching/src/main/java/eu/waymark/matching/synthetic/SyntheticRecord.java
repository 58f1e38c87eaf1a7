package eu.waymark.matching.synthetic;

import eu.waymark.matching.Demographics;

/**
 * One registration of an invented child.
 *
 * @param recordId id of this registration, a random UUID of the seed
 * @param personId the child in truth: equal in repeated registrations, different for twins
 * @param familyId equal for siblings
 * @param agencyCountry where it was registered: GB, FR, NL, PL or DE
 * @param demographics what that agency wrote down
 * @param twin whether the child has a twin in the same family
 * @param repeated whether this is a second registration, made abroad and with differences
 */
public record SyntheticRecord(
        String recordId,
        String personId,
        String familyId,
        String agencyCountry,
        Demographics demographics,
        boolean twin,
        boolean repeated) {}
