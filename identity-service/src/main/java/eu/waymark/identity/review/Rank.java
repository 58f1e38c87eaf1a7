package eu.waymark.identity.review;

import eu.waymark.identity.demographics.Demographics;
import eu.waymark.matching.BirthDate;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.stream.Stream;

/**
 * Who comes first in the queue: those of whom the model knows least, then the younger child (identity knows no risk).
 * Coarse, because it stands in clear beside encrypted births.
 */
final class Rank {

    private static final int STEPS = 20;
    private static final int BANDS = 10;
    private static final int BAND_YEARS = 4;
    private static final int OLDEST_BAND = 9;
    /** Where nobody knows, a child may be small. */
    private static final int UNKNOWN_AGE = 1;

    private Rank() {}

    static int of(double probability, Demographics one, Demographics other, LocalDate today) {
        int closeness = (int) Math.floor(Math.abs(probability - 0.5) * STEPS);
        return closeness * BANDS + band(one, other, today);
    }

    private static int band(Demographics one, Demographics other, LocalDate today) {
        return Stream.of(one, other)
                .flatMap(who -> who.forMatching().births().stream())
                .filter(BirthDate::known)
                .map(BirthDate::latest)
                .filter(latest -> !latest.equals(LocalDate.MAX))
                .mapToInt(latest ->
                        (int) Math.clamp(ChronoUnit.YEARS.between(latest, today) / BAND_YEARS, 0, OLDEST_BAND))
                .min()
                .orElse(UNKNOWN_AGE);
    }
}
