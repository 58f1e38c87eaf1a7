package eu.waymark.matching.synthetic;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Counts what goes wrong in twenty thousand later registrations. */
class FaultsTest {

    private static final int PEOPLE = 20_000;
    private static final SyntheticPopulation POPULATION = new SyntheticPopulation(5, LocalDate.of(2026, 11, 1));
    private static final Map<Fault, Integer> COUNTS = new EnumMap<>(Fault.class);

    /** Faults that fit few children: those of an origin, a sex, a second name; and slips that may change nothing. */
    private static final Map<Fault, Double> FITS = Map.ofEntries(
            Map.entry(Fault.OCR, .8),
            Map.entry(Fault.TYPO, .7),
            Map.entry(Fault.DIMINUTIVE, .2),
            Map.entry(Fault.DROPPED_GIVEN, .1),
            Map.entry(Fault.DROPPED_SURNAME, .03),
            Map.entry(Fault.DROPPED_PARTICLE, .02),
            Map.entry(Fault.JOINED_NAMES, .08),
            Map.entry(Fault.OTHER_GENDER, .05),
            Map.entry(Fault.SWAPPED_DATE, .3),
            Map.entry(Fault.WRONG_DIGIT, .5),
            Map.entry(Fault.OTHER_CALENDAR, .05));

    @BeforeAll
    static void count() {
        LongStream.range(0, PEOPLE)
                .forEach(i ->
                        POPULATION.corrupted(i, 1).faults().forEach(fault -> COUNTS.merge(fault, 1, Integer::sum)));
    }

    @ParameterizedTest
    @EnumSource
    void everyFaultHappensAsOftenAsItsRateSays(Fault fault) {
        double share = COUNTS.getOrDefault(fault, 0) / (double) PEOPLE;
        double noise = 4 * Math.sqrt(fault.rate() / PEOPLE);

        assertThat(share)
                .isLessThanOrEqualTo(fault.rate() + noise)
                .isGreaterThanOrEqualTo(fault.rate() * FITS.getOrDefault(fault, .9) - noise)
                .isPositive();
    }

    @Test
    void someLaterRegistrationsAreFaultlessAndSomeHaveManyFaults() {
        List<Integer> faults = LongStream.range(0, 2_000)
                .mapToObj(i -> POPULATION.corrupted(i, 1).faults().size())
                .toList();

        assertThat(faults).contains(0, 1, 2, 3).allMatch(count -> count < 10);
    }
}
