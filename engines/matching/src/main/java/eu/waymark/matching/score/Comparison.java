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

    /** Log2 of how often a child has the number of a relative's document: one in twenty, on family passports. */
    private static final double FAMILY_DOCUMENT = -4.3;

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

    /** What relatives share as one child does: the nationality, at times a document, or one issued next to it. */
    double sharedByRelatives() {
        double papers = sameDocument() ? bits(document) + FAMILY_DOCUMENT : Math.max(0, bits(document));
        return bits(nationality) + papers;
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
