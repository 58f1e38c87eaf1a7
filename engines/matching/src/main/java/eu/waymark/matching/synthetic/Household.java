package eu.waymark.matching.synthetic;

import eu.waymark.matching.Sex;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * What the children of a family share.
 *
 * @param father the father's given name
 * @param surname the name the children bear; null where they bear their father's given name
 * @param mothers the mother's name before marriage
 * @param compound whether the children bear both
 */
record Household(
        String familyId,
        Origin origin,
        Word father,
        Word grandfather,
        @Nullable Surname surname,
        @Nullable Surname mothers,
        boolean compound) {

    private static final double BOTH_NAMES = .05;

    static Household of(RandomGenerator random) {
        Origin origin = Origin.any(random);
        NamePool names = NamePool.of(origin);
        boolean chain = origin.naming() == Naming.CHAIN;
        return new Household(
                Seeds.id(random),
                origin,
                names.given(Sex.MALE, random),
                names.given(Sex.MALE, random),
                chain ? null : names.surname(random),
                chain ? null : names.surname(random),
                origin.naming() == Naming.TWO_SURNAMES || origin.isLatin() && random.nextDouble() < BOTH_NAMES);
    }

    Word surname(Sex sex) {
        return surname == null ? father : surname.of(sex);
    }

    @Nullable
    Word secondSurname(Sex sex) {
        if (mothers == null) {
            return grandfather;
        }
        return compound ? mothers.of(sex) : null;
    }

    @Nullable
    Word patronymic(Sex sex) {
        return switch (origin.naming()) {
            case PATRONYMIC -> Patronymics.of(father, sex, origin);
            case FATHERS_NAME -> father;
            case FAMILY, TWO_SURNAMES, CHAIN -> null;
        };
    }

    /** Never shows the names. */
    @Override
    public String toString() {
        return "Household[" + familyId + ", redacted]";
    }
}
