package eu.waymark.matching.score;

import org.jspecify.annotations.Nullable;

/** Rules that hold a weight below a band whatever the fields add up to. At most one applies, the strictest. */
final class Guards {

    /** How far below a threshold a held weight stays, in bits. */
    private static final double CLEARANCE = 0.5;

    private final double possible;
    private final double certain;
    private final double commonGivenBits;

    Guards(Parameters parameters) {
        this.possible = Odds.rounded(parameters.thresholds().possibleBits() - CLEARANCE);
        this.certain = Odds.rounded(parameters.thresholds().certainBits() - CLEARANCE);
        this.commonGivenBits = parameters.thresholds().commonGivenBits();
    }

    /** The rule that a pair falls under, or null. */
    @Nullable
    Guard of(Comparison compared) {
        NameEvidence names = compared.names();
        boolean sameDocument = compared.sameDocument();
        if (!sameDocument && isTooLittle(compared)) {
            return Guard.TOO_LITTLE;
        }
        if (!sameDocument && compared.birthAgreement() == Agreement.DIFFER) {
            return Guard.OTHER_BIRTH;
        }
        if (!sameDocument && isRelative(names, compared)) {
            return Guard.RELATIVE;
        }
        if (!sameDocument && names.family() == NameLevel.DIFFERENT && !isChangedName(compared)) {
            return Guard.OTHER_FAMILY;
        }
        return isComplete(compared) ? null : Guard.INCOMPLETE;
    }

    /** What a rule takes from a weight; zero or less. */
    double bits(Guard guard, double weight) {
        return Math.min(0, (guard.leavesPossible() ? certain : possible) - weight);
    }

    /** One family name, and given names that are not one name: Ivan and Petro, but also Daniel and Daniela. */
    private static boolean isRelative(NameEvidence names, Comparison compared) {
        NameLevel given = names.given();
        boolean paired = compared.sexDiffers() && given != null && given.compareTo(NameLevel.SPELLING) > 0;
        return names.familyAgrees() && (names.givenDiffers() || paired);
    }

    /** Less than a name and a birthday, or than two names of which one is more than a letter. */
    private static boolean isTooLittle(Comparison compared) {
        NameLevel given = compared.names().given();
        NameLevel family = compared.names().family();
        boolean twoNames = given != null && family != null;
        boolean anyName = isWord(given) || isWord(family);
        return compared.initials() || !anyName || !twoNames && !compared.sameDay();
    }

    private static boolean isWord(@Nullable NameLevel level) {
        return level != null && level.aligns() && level != NameLevel.INITIAL;
    }

    /** A child whose family name changed keeps a given name that says something, and its very birthday. */
    private boolean isChangedName(Comparison compared) {
        return compared.sameDay()
                && compared.names().givenAgrees()
                && compared.names().givenRarity() >= commonGivenBits;
    }

    private static boolean isComplete(Comparison compared) {
        return compared.names().complete() && compared.sameDay() && !compared.sexDiffers();
    }
}
