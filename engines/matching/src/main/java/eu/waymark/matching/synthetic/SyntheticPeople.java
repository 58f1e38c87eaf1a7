package eu.waymark.matching.synthetic;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/**
 * Invented children on record in five countries: native names in Latin, Cyrillic, Greek and Arabic script, families
 * with siblings and twins, and now and then one child registered again abroad. Nobody is real; the same seed gives
 * the same people on every machine.
 */
public final class SyntheticPeople {

    private static final double REPEATED = .11;
    private static final double ABROAD = .15;
    private static final long GOLDEN = 0x9E37_79B9_7F4A_7C15L;

    private SyntheticPeople() {}

    /**
     * Records, family after family, made as they are read: a million need no more memory than one family.
     *
     * @param seed decides everything, with the reference date
     * @param count records, repeated registrations included
     * @param reference the day before which all were born, and at most 18 years before which
     */
    public static Stream<SyntheticRecord> generate(long seed, int count, LocalDate reference) {
        return Stream.iterate(0L, index -> index + 1)
                .flatMap(index -> family(new SplittableRandom(seed * GOLDEN + index), reference).stream())
                .limit(count);
    }

    private static List<SyntheticRecord> family(RandomGenerator random, LocalDate reference) {
        var records = new ArrayList<SyntheticRecord>(4);
        String home = null;
        for (Child child : new Family(reference, random).children()) {
            home = home == null ? home(child.origin(), random) : home;
            records.add(register(child, home, new Clerk(home, random).write(child), false, random));
            if (random.nextDouble() < REPEATED) {
                String abroad = otherThan(home, random);
                Sheet sheet = new Corrupter(random).corrupt(new Clerk(abroad, random).write(child));
                records.add(register(child, abroad, sheet, true, random));
            }
        }
        return records;
    }

    private static SyntheticRecord register(
            Child child, String agency, Sheet sheet, boolean repeated, RandomGenerator random) {
        return new SyntheticRecord(
                Ids.next(random),
                child.personId(),
                child.familyId(),
                agency,
                sheet.demographics(),
                child.twin(),
                repeated);
    }

    private static String home(Origin origin, RandomGenerator random) {
        return origin.isLatin() && random.nextDouble() >= ABROAD ? origin.name() : any(random);
    }

    private static String otherThan(String home, RandomGenerator random) {
        String other;
        do {
            other = any(random);
        } while (other.equals(home));
        return other;
    }

    private static String any(RandomGenerator random) {
        return Origin.AGENCIES.get(random.nextInt(Origin.AGENCIES.size()));
    }
}
