package eu.waymark.register.statistics;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.IsoFields;

/** A quarter of a year, written 2026-Q3; it ends with its last day in UTC. */
record Quarter(int year, int number) {

    static final String PATTERN = "20[0-9]{2}-Q[1-4]";

    private static final int MONTHS = 3;

    /** The last one that is over. */
    static Quarter closedBefore(Instant now) {
        var day = LocalDate.ofInstant(now, ZoneOffset.UTC).minusMonths(MONTHS);
        return new Quarter(day.getYear(), day.get(IsoFields.QUARTER_OF_YEAR));
    }

    /** The first moment after it. */
    Instant end() {
        return LocalDate.of(year, 1, 1)
                .plusMonths((long) MONTHS * number)
                .atStartOfDay(ZoneOffset.UTC)
                .toInstant();
    }

    @Override
    public String toString() {
        return year + "-Q" + number;
    }
}
