package eu.waymark.referral.onetime;

import java.util.UUID;

/**
 * What a code was made for.
 *
 * @param reference the contribution or feedback that it lets somebody write
 * @param personRecordId the child that it is about
 */
public record RedeemedCode(UUID reference, UUID personRecordId) {}
