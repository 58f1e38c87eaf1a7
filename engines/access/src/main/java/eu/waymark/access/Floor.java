package eu.waymark.access;

import java.util.Optional;

/** What no policy may permit (architecture, invariants 4, 7 and 8, and part 7). It stands in code so that data cannot lift it. */
final class Floor {

    private Floor() {}

    /** Why the question is refused whatever the policy says; empty where the policy may answer. */
    static Optional<Reason> refusal(Facts facts) {
        if (isImmigrationEnforcement(facts)) {
            return Optional.of(Reason.IMMIGRATION_ENFORCEMENT);
        }
        // Holding a second role does not help: whoever watches over access or grants it must not also be the one who
        // looks.
        if (!facts.administrative() && facts.roles().stream().anyMatch(Role::barredFromChildren)) {
            return Optional.of(Reason.ROLE_READS_NO_CHILD_DATA);
        }
        return facts.relationship().flatMap(Floor::refusal);
    }

    /** The most that any policy may show. */
    static AccessLevel ceiling(Facts facts) {
        return facts.relationship().map(Relationship::ceiling).orElse(AccessLevel.NONE);
    }

    private static boolean isImmigrationEnforcement(Facts facts) {
        return facts.agencyType() == AgencyType.IMMIGRATION_ENFORCEMENT
                || facts.purpose()
                        .filter(PurposeOfUse.IMMIGRATION_ENFORCEMENT::equals)
                        .isPresent();
    }

    private static Optional<Reason> refusal(Relationship relationship) {
        return switch (relationship) {
            case EXCLUDED -> Optional.of(Reason.EXCLUDED);
            case PROTECTION_CLAIMED_AGAINST -> Optional.of(Reason.PROTECTION_CLAIMED);
            case HOLDER, FORMER_HOLDER, DISCLOSED_TO, TRANSFER_RECIPIENT, EMERGENCY_ACCESS, AGREEMENT, REFERRAL, NONE ->
                Optional.empty();
        };
    }
}
