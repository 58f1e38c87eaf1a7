package eu.waymark.matching.score;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What two people were compared on; null where either side says nothing.
 *
 * @param names the two names that agree best
 * @param leftName which name of the left person, negative where none was compared
 * @param rightName which name of the right person
 * @param initials whether either name has nothing but initials
 * @param birth the two claims that agree best
 */
record Comparison(
        NameEvidence names,
        int leftName,
        int rightName,
        boolean initials,
        @Nullable BirthEvidence birth,
        @Nullable Contribution sex,
        @Nullable Contribution nationality,
        @Nullable Contribution document) {

    boolean sexDiffers() {
        return sex != null && sex.level().agreement() == Agreement.DIFFER;
    }

    boolean sameDay() {
        return birth != null && birth.level().isSameDay();
    }

    boolean sameDocument() {
        return document != null && document.level().agreement() == Agreement.AGREE;
    }

    Agreement birthAgreement() {
        return birth == null ? Agreement.NOT_COMPARED : birth.level().agreement();
    }

    FieldAgreements agreements() {
        return new FieldAgreements(
                names.agreement(),
                birthAgreement(),
                sex == null ? Agreement.NOT_COMPARED : sex.level().agreement());
    }

    /** Evidence for one child against strangers, before the prior; exact in any order. */
    double bits() {
        return names.bits() + (birth == null ? 0 : birth.bits()) + bits(sex) + bits(nationality) + bits(document);
    }

    /** What relatives share as one child does: the nationality, but not the sex. */
    double sharedByRelatives() {
        return bits(nationality);
    }

    Score.Compared positions() {
        return new Score.Compared(
                leftName, rightName, birth == null ? -1 : birth.left(), birth == null ? -1 : birth.right());
    }

    void addTo(List<Contribution> reasons) {
        reasons.addAll(names.contributions());
        add(reasons, birth == null ? null : birth.contribution());
        add(reasons, sex);
        add(reasons, nationality);
        add(reasons, document);
    }

    private static void add(List<Contribution> reasons, @Nullable Contribution reason) {
        if (reason != null) {
            reasons.add(reason);
        }
    }

    private static double bits(@Nullable Contribution contribution) {
        return contribution == null ? 0 : contribution.bits();
    }
}
