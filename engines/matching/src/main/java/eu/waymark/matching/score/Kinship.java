package eu.waymark.matching.score;

import org.jspecify.annotations.Nullable;

/**
 * The third hypothesis: two different children of one family. For each kind of relative the odds against two
 * strangers: how many such relatives a child has on record, times how much likelier relatives are to show what was
 * found. Relatives share the family name and avoid each other's given name, though they like one that resembles it;
 * their births tell which kind they are.
 */
final class Kinship {

    static final Relation[] KINDS = {Relation.TWIN, Relation.SIBLING, Relation.PARENT_OR_CHILD, Relation.RELATIVE};

    /** How much likelier parents choose a name that resembles another child's than a stranger's would. */
    private static final double LIKES_RESEMBLANCE = 3;

    /** How much likelier they choose one that is no known name and only a slip away. */
    private static final double ONE_LETTER = .1;

    private static final double MONTH = 30;
    private static final double PREGNANCY = 265;
    private static final double YEAR = 365.25;

    private final Parameters parameters;

    Kinship(Parameters parameters) {
        this.parameters = parameters;
    }

    /** Odds of a relative against a stranger, all kinds together, and the likeliest kind. */
    Odd of(Comparison compared, long population) {
        NameEvidence names = compared.names();
        if (!names.familyAgrees()) {
            return Odd.NONE;
        }
        BirthEvidence birth = compared.birth();
        double shared = ratio(compared.sharedByRelatives()) / population;
        double all = 0;
        double best = 0;
        Relation likeliest = Relation.RELATIVE;
        double family = ratio(names.familyBits());
        double given = ratio(names.givenBits());
        for (Relation kind : KINDS) {
            Kin kin = parameters.kin(kind);
            double odds = kin.rate()
                    * (1 - kin.family() + kin.family() * family)
                    * (chosen(names.given()) + kin.given() * given)
                    * born(kind, birth)
                    * shared;
            all += odds;
            if (odds > best) {
                best = odds;
                likeliest = kind;
            }
        }
        return new Odd(all, birth == null ? Relation.RELATIVE : likeliest);
    }

    /**
     * How much likelier than a stranger's name another child's of the family stands so to this one. Parents choose
     * another name, and like one that resembles it; but what is a slip of this name is seldom a name at all.
     */
    private static double chosen(@Nullable NameLevel given) {
        if (given == null) {
            return 1;
        }
        return switch (given) {
            case IDENTICAL, ROMANISED, SPELLING, EQUIVALENT, COGNATE -> 0;
            case TYPO -> ONE_LETTER;
            case TYPOS -> .3;
            case SKELETON, SIMILAR, INITIAL -> 1.5;
            case LOOKALIKE -> LIKES_RESEMBLANCE;
            case DIFFERENT, FURTHER_DIFFERENT, EXTRA -> 1;
        };
    }

    private static double born(Relation kind, @Nullable BirthEvidence birth) {
        if (birth == null) {
            return 1;
        }
        return switch (kind) {
            case TWIN -> ratio(birth.bits());
            case SIBLING -> sibling(Math.max(0, birth.gap()), birth.span());
            case PARENT_OR_CHILD -> parent(birth.gap());
            case SAME, RELATIVE, NONE -> birth.gap() > MONTH ? 1 : .1;
        };
    }

    /** Mothers bear children nine months to about twelve years apart, rarely more; nearer is a wrong date. */
    private static double sibling(long gap, long span) {
        if (gap > 12 * YEAR) {
            return gap < 20 * YEAR ? .4 : .05;
        }
        double farthest = gap + span;
        double wrong = farthest < MONTH ? .005 : .03;
        double apart = Math.clamp((farthest - PREGNANCY) / span, 0, 1);
        return wrong + (gap > 0 ? 1.3 : .6) * apart;
    }

    private static double parent(long gap) {
        if (gap < 12 * YEAR) {
            return 0;
        }
        return gap < 15 * YEAR ? 2 : 10;
    }

    private static double ratio(double bits) {
        return Math.pow(2, bits);
    }

    /**
     * What speaks for a relative.
     *
     * @param odds against a stranger
     * @param kind the likeliest
     */
    record Odd(double odds, Relation kind) {

        static final Odd NONE = new Odd(0, Relation.NONE);

        /** What a possible relative takes from the weight for one child: the rest of the odds is no longer a stranger's. */
        double bits() {
            return odds == 0 ? 0 : -Odds.rounded(Math.log1p(odds) / Math.log(2));
        }
    }
}
