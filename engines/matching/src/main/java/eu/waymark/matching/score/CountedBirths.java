package eu.waymark.matching.score;

import eu.waymark.matching.BirthDate;
import eu.waymark.matching.Demographics;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Days of birth counted in memory over a set of people. Tells only of days that stand out: an ordinary day, of which a
 * register sees a few claims, is no rarer for having been seen once.
 */
public final class CountedBirths implements BirthFrequencies {

    /** From here on a day is written more often than children are born on it. */
    private static final int STANDS_OUT = 5;

    private final Map<LocalDate, Integer> counts = new HashMap<>();
    private long people;

    private CountedBirths() {}

    /** Counts each person once for each day claimed; the stream is consumed. */
    public static CountedBirths of(Stream<Demographics> people) {
        var births = new CountedBirths();
        people.forEach(births::count);
        return births;
    }

    /** Counts nobody yet. */
    public static CountedBirths none() {
        return new CountedBirths();
    }

    /** Counts one more person. */
    public void count(Demographics person) {
        people++;
        var days = new HashSet<LocalDate>();
        for (BirthDate birth : person.births()) {
            if (birth.isDay()) {
                days.add(birth.earliest());
            }
        }
        days.forEach(day -> counts.merge(day, 1, Integer::sum));
    }

    @Override
    public double shareOf(LocalDate day) {
        int count = counts.getOrDefault(day, 0);
        double expected = counts.isEmpty() ? 0 : (double) people / counts.size();
        return count >= STANDS_OUT && count >= 2 * expected ? (double) count / people : 0;
    }

    /** The days that stand out, each with its share: all that this tells. */
    public Map<LocalDate, Double> outstanding() {
        return counts.keySet().stream()
                .filter(day -> shareOf(day) > 0)
                .collect(Collectors.toMap(Function.identity(), this::shareOf));
    }
}
