package eu.waymark.matching.score;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Compares claims about births; of several the pair that agrees best counts. Symmetric. */
final class BirthComparison {

    private static final int DAYS_A_YEAR = 366;

    private final Parameters parameters;
    private final Map<BirthLevel, Contribution> fixed = new EnumMap<>(BirthLevel.class);

    BirthComparison(Parameters parameters) {
        this.parameters = parameters;
        for (BirthLevel level : BirthLevel.values()) {
            fixed.put(level, Contribution.of(Field.BIRTH_DATE, level, parameters.birth(level)));
        }
    }

    /** The best agreement of any two claims, or null where either side has none. */
    @Nullable
    BirthEvidence compare(PreparedBirth[] left, PreparedBirth[] right) {
        BirthEvidence best = null;
        for (int i = 0; i < left.length; i++) {
            for (int j = 0; j < right.length; j++) {
                var here = new BirthEvidence(
                        compare(left[i], right[j]), gap(left[i], right[j]), span(left[i], right[j]), i, j);
                if (best == null || here.isBetterThan(best)) {
                    best = here;
                }
            }
        }
        return best;
    }

    private Contribution compare(PreparedBirth a, PreparedBirth b) {
        BirthLevel level = level(a, b);
        Odds odds = parameters.birth(level);
        double share = Math.max(a.share(), b.share());
        return switch (level) {
            case OVERLAP -> Contribution.of(Field.BIRTH_DATE, level, overlap(odds, a, b));
            case SAME_DAY, SAME_DEFAULT_DAY -> share > 0 ? measured(level, odds, share) : contribution(level);
            default -> contribution(level);
        };
    }

    private Contribution contribution(BirthLevel level) {
        return Objects.requireNonNull(fixed.get(level));
    }

    private static Contribution measured(BirthLevel level, Odds odds, double share) {
        return Contribution.of(Field.BIRTH_DATE, level, new Odds(odds.m(), Math.min(odds.m(), share)), odds);
    }

    static BirthLevel level(PreparedBirth a, PreparedBirth b) {
        if (a.isExact() && b.isExact()) {
            return ofDays(a, b);
        }
        if (a.isDefault() && b.isDefault() && a.first() == b.first()) {
            return BirthLevel.SAME_DEFAULT_DAY;
        }
        boolean involvesDay = a.isExact() || b.isExact();
        boolean involvesDefault = a.isDefault() || b.isDefault();
        long gap = gap(a, b);
        if (gap <= 0) {
            return involvesDay && involvesDefault ? BirthLevel.DEFAULT_YEAR : BirthLevel.OVERLAP;
        }
        boolean estimate = a.kind().isEstimate() || b.kind().isEstimate();
        if (gap <= DAYS_A_YEAR) {
            return estimate ? BirthLevel.TOLERANCE : BirthLevel.ADJACENT_YEAR;
        }
        return estimate && gap <= 2 * DAYS_A_YEAR ? BirthLevel.NEAR : BirthLevel.DISJOINT;
    }

    private static BirthLevel ofDays(PreparedBirth a, PreparedBirth b) {
        if (a.first() == b.first()) {
            return a.inferred() == b.inferred() ? BirthLevel.SAME_DAY : BirthLevel.OTHER_CALENDAR;
        }
        boolean sighted = (a.lunar() || b.lunar()) && gap(a, b) <= 1;
        if (sighted || a.first() == b.ethiopic() || b.first() == a.ethiopic()) {
            return BirthLevel.OTHER_CALENDAR;
        }
        if (DateSlip.swapped(a, b)) {
            return BirthLevel.SWAPPED;
        }
        if (DateSlip.ofYear(a, b)) {
            return BirthLevel.YEAR_SLIP;
        }
        return DateSlip.ofDigits(a, b) ? BirthLevel.SLIP : ofFurtherDays(a, b);
    }

    private static BirthLevel ofFurtherDays(PreparedBirth a, PreparedBirth b) {
        if (DateSlip.ofOnePart(a, b)) {
            return BirthLevel.ONE_PART;
        }
        if (a.year() == b.year() && (a.convention() || b.convention())) {
            return BirthLevel.CONVENTION_DAY;
        }
        return gap(a, b) <= 2 * DAYS_A_YEAR ? BirthLevel.OTHER_DAY : BirthLevel.DISJOINT;
    }

    /** Strangers overlap as often as both windows together are long; an open window says nothing. */
    private Odds overlap(Odds odds, PreparedBirth a, PreparedBirth b) {
        double window = a.length() + b.length() - 1.0;
        return new Odds(odds.m(), Math.min(odds.m(), odds.u() * window / parameters.childhoodDays()));
    }

    /** Days between the two windows; zero or less where they overlap. */
    private static long gap(PreparedBirth a, PreparedBirth b) {
        return Math.max(b.first() - a.last(), a.first() - b.last());
    }

    private static long span(PreparedBirth a, PreparedBirth b) {
        return Math.max(a.length(), b.length());
    }
}
