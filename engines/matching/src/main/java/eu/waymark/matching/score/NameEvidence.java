package eu.waymark.matching.score;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What two names say together.
 *
 * @param contributions one for each pair of words and each word left over
 * @param bits their sum
 * @param given best level of given names; null where not compared
 * @param family best level of family names; null where not compared
 */
record NameEvidence(
        List<Contribution> contributions,
        double bits,
        @Nullable NameLevel given,
        @Nullable NameLevel family) {

    static final NameEvidence NONE = new NameEvidence(List.of(), 0, null, null);

    /**
     * Whether it says more for one child. Where two pairs of names say as much, the one decides whose family names say more:
     * relatives share those, and what is said of relatives must not depend on the order in which names were recorded.
     */
    boolean isStrongerThan(NameEvidence other) {
        return bits > other.bits || bits == other.bits && familyBits() > other.familyBits();
    }

    /** Whether a family name agrees at least in part. */
    boolean familyAgrees() {
        return family != null && family.aligns();
    }

    /** Whether given names were compared and none of them agrees even in part. */
    boolean givenDiffers() {
        return given != null && !given.aligns();
    }

    /** Whether the given names are one name. */
    boolean givenAgrees() {
        return given != null && given.agreement() == Agreement.AGREE;
    }

    /** Evidence of the family names; of words of unknown role the strongest counts as one. */
    double familyBits() {
        return fieldBits(Field.FAMILY_NAME) + strongestUnknown();
    }

    /** Evidence of all other words. */
    double givenBits() {
        return bits - familyBits();
    }

    /** How rare the commonest given name that agrees is, in bits against a name of unknown frequency. */
    double givenRarity() {
        double least = 0;
        for (int i = 0; i < contributions.size(); i++) {
            Contribution reason = contributions.get(i);
            least = reason.field() == Field.GIVEN_NAME ? Math.min(least, reason.rarityBits()) : least;
        }
        return least;
    }

    private double fieldBits(Field field) {
        double sum = 0;
        for (int i = 0; i < contributions.size(); i++) {
            sum += contributions.get(i).field() == field ? contributions.get(i).bits() : 0;
        }
        return sum;
    }

    private double strongestUnknown() {
        double strongest = 0;
        for (int i = 0; i < contributions.size(); i++) {
            Contribution reason = contributions.get(i);
            strongest = reason.field() == Field.NAME ? Math.max(strongest, reason.bits()) : strongest;
        }
        return strongest;
    }

    /**
     * Whether a given and a family name are each one name, with at most one slip between them, and no further word
     * contradicts.
     */
    boolean complete() {
        return isOneName(given) && isOneName(family) && contradictions() == 0 && slips() <= 1;
    }

    private static boolean isOneName(@Nullable NameLevel level) {
        return level != null && level.isOneName();
    }

    private int contradictions() {
        int contradictions = 0;
        for (int i = 0; i < contributions.size(); i++) {
            Level level = contributions.get(i).level();
            boolean differs = level == NameLevel.FURTHER_DIFFERENT || level.agreement() == Agreement.DIFFER;
            contradictions += differs ? 1 : 0;
        }
        return contradictions;
    }

    /** A letter wrong, and beside it a spelling of its own: two things that somebody would have had to mistake. */
    private int slips() {
        int typos = count(NameLevel.TYPO);
        return typos == 0 ? 0 : typos + count(NameLevel.SPELLING);
    }

    private int count(NameLevel level) {
        int count = 0;
        for (int i = 0; i < contributions.size(); i++) {
            count += contributions.get(i).level() == level ? 1 : 0;
        }
        return count;
    }

    Agreement agreement() {
        boolean agree = false;
        boolean partly = false;
        boolean differ = false;
        for (Contribution reason : contributions) {
            if (reason.level() != NameLevel.EXTRA) {
                agree |= reason.level().agreement() == Agreement.AGREE;
                partly |= reason.level().agreement() == Agreement.PARTLY;
                differ |= reason.level().agreement() == Agreement.DIFFER;
            }
        }
        if (!agree && !partly) {
            return differ ? Agreement.DIFFER : Agreement.NOT_COMPARED;
        }
        return partly || differ ? Agreement.PARTLY : Agreement.AGREE;
    }
}
