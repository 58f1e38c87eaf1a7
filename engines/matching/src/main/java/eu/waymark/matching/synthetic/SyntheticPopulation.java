package eu.waymark.matching.synthetic;

import eu.waymark.matching.synthetic.Seeds.Purpose;
import java.time.LocalDate;
import java.util.Set;
import java.util.random.RandomGenerator;

/**
 * Invented children by number: any of them can be made at any time, alone, by any thread, and is always the same. There
 * is no end to them and nothing is kept, so ten million cost no more memory than one.
 *
 * @param seed decides everything, with the reference date
 * @param reference the day before which all were born, and at most 18 years before which
 */
public record SyntheticPopulation(long seed, LocalDate reference) {

    private static final double ABROAD = .15;

    /**
     * The first registration of a child. Neighbouring numbers are brothers and sisters four times in ten.
     *
     * @param index from 0
     */
    public SyntheticRecord person(long index) {
        RandomGenerator random = Seeds.random(seed, Purpose.RECORD, index, 0);
        Child child = child(index);
        String home = home(child);
        return record(child, home, new Clerk(home, random).write(child), Set.of(), false, random);
    }

    /**
     * A later registration of the same child, abroad, with what goes wrong there.
     *
     * @param variant which of them; every number is another one
     */
    public SyntheticRecord corrupted(long index, int variant) {
        RandomGenerator random = Seeds.random(seed, Purpose.CORRUPTED, index, variant);
        Child child = child(index);
        String abroad = otherThan(home(child), random);
        var corrupter = new Corrupter(random);
        Sheet sheet = corrupter.register(child, new Clerk(abroad, random));
        return record(child, abroad, sheet, corrupter.made(), true, random);
    }

    private Child child(long index) {
        long family = Layout.family(index);
        int position = Layout.position(index);
        RandomGenerator random = Seeds.random(seed, Purpose.FAMILY, family, 0);
        return new Family(reference, random)
                .children(Layout.size(family), position + 1)
                .get(position);
    }

    private SyntheticRecord record(
            Child child, String agency, Sheet sheet, Set<Fault> faults, boolean repeated, RandomGenerator random) {
        return new SyntheticRecord(
                Seeds.id(random),
                child.personId(),
                child.household().familyId(),
                child.origin().name(),
                agency,
                sheet.demographics(),
                child.twin(),
                repeated,
                faults);
    }

    /** The agency that registers a family's children, the same for all of them. */
    private static String home(Child child) {
        int draw = Math.floorMod(child.household().familyId().hashCode(), 1_000);
        boolean stayed = Origin.AGENCIES.contains(child.origin().name()) && draw >= ABROAD * 1_000;
        return stayed ? child.origin().name() : Origin.AGENCIES.get(draw % Origin.AGENCIES.size());
    }

    private static String otherThan(String home, RandomGenerator random) {
        String other;
        do {
            other = Origin.AGENCIES.get(random.nextInt(Origin.AGENCIES.size()));
        } while (other.equals(home));
        return other;
    }
}
