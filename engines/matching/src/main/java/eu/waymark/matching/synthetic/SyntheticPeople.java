package eu.waymark.matching.synthetic;

import eu.waymark.matching.synthetic.Seeds.Purpose;
import java.time.LocalDate;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * Invented children on record in five countries, from thirty countries and in ten scripts, in families with siblings
 * and twins, and now and then one child registered again abroad. Nobody is real; the same seed gives the same people on
 * every machine.
 */
public final class SyntheticPeople {

    private static final double REPEATED = .11;

    private SyntheticPeople() {}

    /**
     * Records, family after family, made as they are read: a million need no more memory than one family.
     *
     * @param seed decides everything, with the reference date
     * @param count records, repeated registrations included
     * @param reference the day before which all were born, and at most 18 years before which
     */
    public static Stream<SyntheticRecord> generate(long seed, int count, LocalDate reference) {
        var people = new SyntheticPopulation(seed, reference);
        return LongStream.range(0, count)
                .boxed()
                .flatMap(index -> isRepeated(seed, index)
                        ? Stream.of(people.person(index), people.corrupted(index, 1))
                        : Stream.of(people.person(index)))
                .limit(count);
    }

    private static boolean isRepeated(long seed, long index) {
        return Seeds.random(seed, Purpose.REPEATED, index, 0).nextDouble() < REPEATED;
    }
}
