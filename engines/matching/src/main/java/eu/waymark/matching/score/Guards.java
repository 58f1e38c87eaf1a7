package eu.waymark.matching.score;

import org.jspecify.annotations.Nullable;

/** Rules that hold a weight below a band whatever the fields add up to. At most one applies, the strictest. */
final class Guards {

    /** How far below a threshold a held weight stays, in bits. */
    private static final double CLEARANCE = 0.5;

    private final double possible;
    private final double certain;

    Guards(Parameters parameters) {
        this.possible = parameters.thresholds().possibleBits() - CLEARANCE;
        this.certain = parameters.thresholds().certainBits() - CLEARANCE;
    }

    /** What to add to a weight, or null where it may stand. */
    @Nullable
    Contribution hold(double weight, NameEvidence names, FieldAgreements agreements, @Nullable BirthLevel birth) {
        if (birth == BirthLevel.DISJOINT) {
            return below(possible, weight, Guard.OTHER_BIRTH);
        }
        if (isRelative(names, agreements)) {
            return below(possible, weight, Guard.RELATIVE);
        }
        boolean complete =
                names.complete() && agreements.birthDate() == Agreement.AGREE && agreements.sex() != Agreement.DIFFER;
        return complete ? null : below(certain, weight, Guard.INCOMPLETE);
    }

    /** One family name, and given names that are not one name: Ivan and Petro, but also Daniel and Daniela. */
    static boolean isRelative(NameEvidence names, FieldAgreements agreements) {
        boolean paired =
                agreements.sex() == Agreement.DIFFER && names.given() != null && names.given() != NameLevel.IDENTICAL;
        return names.familyAgrees() && (names.givenDiffers() || paired);
    }

    private static @Nullable Contribution below(double limit, double weight, Guard guard) {
        return weight > limit ? new Contribution(Field.GUARD, guard, limit - weight, null) : null;
    }
}
