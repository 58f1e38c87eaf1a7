package eu.waymark.matching.score;

import eu.waymark.matching.BirthDate;
import eu.waymark.matching.BirthQuality;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** Compares claims about births; of several the pair that agrees best counts. */
final class BirthComparison {

    private static final int DAYS_A_YEAR = 366;

    private final Parameters parameters;

    BirthComparison(Parameters parameters) {
        this.parameters = parameters;
    }

    /** The best agreement of any two claims, or null where either side has none. */
    @Nullable
    Contribution compare(BirthDate[] left, BirthDate[] right) {
        Contribution best = null;
        for (BirthDate a : left) {
            for (BirthDate b : right) {
                Contribution here = compare(a, b);
                if (best == null || here.bits() > best.bits()) {
                    best = here;
                }
            }
        }
        return best;
    }

    private Contribution compare(BirthDate a, BirthDate b) {
        BirthLevel level = level(a, b);
        Odds odds = parameters.birth(level);
        return Contribution.of(Field.BIRTH_DATE, level, level == BirthLevel.OVERLAP ? overlap(odds, a, b) : odds);
    }

    private static BirthLevel level(BirthDate a, BirthDate b) {
        if (a.quality() == BirthQuality.EXACT && b.quality() == BirthQuality.EXACT) {
            return ofDays(a.earliest(), b.earliest());
        }
        boolean sameYear = a.earliest().getYear() == b.earliest().getYear();
        if (isDefault(a) && isDefault(b) && sameYear) {
            return BirthLevel.SAME_DEFAULT_DAY;
        }
        long gap = Math.max(days(last(a), first(b)), days(last(b), first(a)));
        if (gap <= 0) {
            boolean aDay = a.quality() == BirthQuality.EXACT || b.quality() == BirthQuality.EXACT;
            return aDay && (isDefault(a) || isDefault(b)) ? BirthLevel.DEFAULT_YEAR : BirthLevel.OVERLAP;
        }
        if (gap <= DAYS_A_YEAR) {
            return isApproximate(a) || isApproximate(b) ? BirthLevel.TOLERANCE : BirthLevel.ADJACENT_YEAR;
        }
        return gap <= 2 * DAYS_A_YEAR ? BirthLevel.NEAR : BirthLevel.DISJOINT;
    }

    private static BirthLevel ofDays(LocalDate a, LocalDate b) {
        int years = Math.abs(a.getYear() - b.getYear());
        if (a.equals(b)) {
            return BirthLevel.SAME_DAY;
        }
        if (years <= 2 && isSlip(a, b)) {
            return BirthLevel.SLIP;
        }
        if (years <= 1) {
            return years == 0 ? BirthLevel.SAME_YEAR : BirthLevel.ADJACENT_YEAR;
        }
        return Math.abs(days(a, b)) <= 2 * DAYS_A_YEAR ? BirthLevel.NEAR : BirthLevel.DISJOINT;
    }

    private static boolean isSlip(LocalDate a, LocalDate b) {
        boolean swapped = a.getYear() == b.getYear()
                && a.getMonthValue() == b.getDayOfMonth()
                && a.getDayOfMonth() == b.getMonthValue();
        return swapped || digitsApart(number(a), number(b)) == 1;
    }

    private static int number(LocalDate day) {
        return day.getYear() * 10_000 + day.getMonthValue() * 100 + day.getDayOfMonth();
    }

    private static int digitsApart(int a, int b) {
        int apart = 0;
        for (int x = a, y = b; x > 0 || y > 0; x /= 10, y /= 10) {
            apart += x % 10 == y % 10 ? 0 : 1;
        }
        return apart;
    }

    /** Strangers overlap as often as both windows together are long; an open window says nothing. */
    private Odds overlap(Odds odds, BirthDate a, BirthDate b) {
        double window = length(a) + length(b) - 1.0;
        return new Odds(odds.m(), Math.min(odds.m(), odds.u() * window / parameters.childhoodDays()));
    }

    private static long length(BirthDate birth) {
        boolean open = birth.earliest().equals(LocalDate.MIN) || birth.latest().equals(LocalDate.MAX);
        return open ? Integer.MAX_VALUE : days(first(birth), last(birth)) + 1;
    }

    private static boolean isDefault(BirthDate birth) {
        return birth.quality() == BirthQuality.DEFAULT_DAY;
    }

    private static boolean isApproximate(BirthDate birth) {
        return birth.quality() == BirthQuality.APPROXIMATE;
    }

    private static LocalDate first(BirthDate birth) {
        return birth.earliest();
    }

    /** A default day stands for its whole year. */
    private static LocalDate last(BirthDate birth) {
        return isDefault(birth) ? birth.latest().withDayOfYear(1).plusYears(1).minusDays(1) : birth.latest();
    }

    private static long days(LocalDate from, LocalDate to) {
        return ChronoUnit.DAYS.between(from, to);
    }
}
