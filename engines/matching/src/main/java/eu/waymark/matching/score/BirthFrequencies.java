package eu.waymark.matching.score;

import java.time.LocalDate;

/** How often claims about births name a day: some days are written because nothing better is known. */
@FunctionalInterface
public interface BirthFrequencies {

    /**
     * The share of people with a claim of that very day, in (0, 1].
     *
     * @return zero or less where it is not known; the engine then takes its parameter
     */
    double shareOf(LocalDate day);

    /** Knows nothing: births are spread evenly, and 1 January as the parameters say. */
    static BirthFrequencies unknown() {
        return day -> 0;
    }
}
