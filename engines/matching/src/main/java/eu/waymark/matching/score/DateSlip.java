package eu.waymark.matching.score;

/** Whether a slip of the pen makes one day of another. Works on {@code yyyymmdd}; symmetric. */
final class DateSlip {

    /** Further apart one wrong digit is as likely a parent born on the same day of the year. */
    private static final int MOST_YEARS = 10;

    private static final int CENTURY = 100;

    private DateSlip() {}

    /** Day and month in each other's place. */
    static boolean swapped(PreparedBirth a, PreparedBirth b) {
        return a.year() == b.year() && a.month() == b.dayOfMonth() && a.dayOfMonth() == b.month();
    }

    /** The same day of a neighbouring year or of another century. */
    static boolean ofYear(PreparedBirth a, PreparedBirth b) {
        int years = Math.abs(a.year() - b.year());
        return a.date() % 10_000 == b.date() % 10_000 && (years == 1 || years == CENTURY);
    }

    /** One digit wrong, or two neighbouring digits in each other's place. */
    static boolean ofDigits(PreparedBirth a, PreparedBirth b) {
        return Math.abs(a.year() - b.year()) <= MOST_YEARS && oneDigitOrTwoNeighbours(a.date(), b.date());
    }

    /** Only the day or only the month differs. */
    static boolean ofOnePart(PreparedBirth a, PreparedBirth b) {
        return a.year() == b.year() && (a.month() == b.month() || a.dayOfMonth() == b.dayOfMonth());
    }

    private static boolean oneDigitOrTwoNeighbours(int a, int b) {
        int x = a;
        int y = b;
        while (x % 10 == y % 10) {
            x /= 10;
            y /= 10;
        }
        if (x / 10 == y / 10) {
            return true;
        }
        return x / 100 == y / 100 && x % 10 == y / 10 % 10 && y % 10 == x / 10 % 10;
    }
}
