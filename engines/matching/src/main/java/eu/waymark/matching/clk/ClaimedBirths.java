package eu.waymark.matching.clk;

import eu.waymark.matching.BirthDate;
import eu.waymark.matching.BirthQuality;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The days and years that claims about a birth allow, as wide as a record or a question wants them.
 *
 * @param days each an encoding of a day
 * @param years each an encoding of every reading it names
 */
record ClaimedBirths(Set<LocalDate> days, Map<Integer, Set<Reading>> years) {

    private static final int MAX_CLAIMS = 4;
    private static final int MAX_YEARS = 5;

    static ClaimedBirths ofRecord(List<BirthDate> claims) {
        var births = new ClaimedBirths(new LinkedHashSet<>(), new LinkedHashMap<>());
        for (BirthDate claim : bounded(claims)) {
            if (claim.isDay()) {
                births.days.add(claim.earliest());
            }
            births.addYears(claim, 0, isExact(claim) ? EnumSet.of(Reading.YEAR) : EnumSet.of(Reading.VAGUE_YEAR));
        }
        return births;
    }

    static ClaimedBirths ofQuestion(List<BirthDate> claims) {
        var births = new ClaimedBirths(new LinkedHashSet<>(), new LinkedHashMap<>());
        for (BirthDate claim : bounded(claims)) {
            if (claim.isDay()) {
                births.addWithSwapped(claim.earliest());
            }
            boolean exact = isExact(claim);
            births.addYears(
                    claim,
                    exact ? 0 : 1,
                    exact ? EnumSet.of(Reading.VAGUE_YEAR) : EnumSet.of(Reading.YEAR, Reading.VAGUE_YEAR));
        }
        return births;
    }

    private static List<BirthDate> bounded(List<BirthDate> claims) {
        return claims.stream().filter(BirthDate::known).limit(MAX_CLAIMS).toList();
    }

    private static boolean isExact(BirthDate claim) {
        return claim.quality() == BirthQuality.EXACT;
    }

    private void addWithSwapped(LocalDate day) {
        days.add(day);
        if (day.getDayOfMonth() <= 12) {
            days.add(LocalDate.of(day.getYear(), day.getDayOfMonth(), day.getMonthValue()));
        }
    }

    private void addYears(BirthDate claim, int beside, Set<Reading> readings) {
        long first = (long) claim.earliest().getYear() - beside;
        long last = (long) claim.latest().getYear() + beside;
        if (last - first < MAX_YEARS + 2L * beside) {
            for (long year = first; year <= last; year++) {
                years.computeIfAbsent((int) year, none -> EnumSet.noneOf(Reading.class))
                        .addAll(readings);
            }
        }
    }

    /** Never shows the births. */
    @Override
    public String toString() {
        return "ClaimedBirths[redacted]";
    }
}
