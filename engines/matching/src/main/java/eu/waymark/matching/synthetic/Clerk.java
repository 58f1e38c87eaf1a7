package eu.waymark.matching.synthetic;

import eu.waymark.matching.PersonName;
import java.util.List;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** Writes a child down as an agency of a country does, in one way of romanising. */
final class Clerk {

    private static final double KEEPS_NATIVE_NAME = .4;
    private static final double WRITES_PATRONYMIC = .4;
    private static final double WRITES_PATRONYMIC_NATIVELY = .8;
    private static final double FOLLOWS_ITS_STANDARD = .85;
    private static final double HYPHEN = .3;

    private final String country;
    private final Romanisation standard;
    private final RandomGenerator random;

    Clerk(String country, RandomGenerator random) {
        List<Romanisation> standards = Romanisation.of(country);
        this.country = country;
        this.standard = standards.get(random.nextInt(standards.size()));
        this.random = random;
    }

    Sheet write(Child child) {
        boolean patronymic = random.nextDouble() < WRITES_PATRONYMIC;
        String given = latin(child.given(), child);
        if (child.secondGiven() != null) {
            given += (random.nextDouble() < HYPHEN ? "-" : " ") + latin(child.secondGiven(), child);
        }
        if (patronymic && child.patronymic() != null) {
            given += " " + latin(child.patronymic(), child);
        }
        String family = latin(child.surname(), child);
        if (child.secondSurname() != null) {
            family += " " + latin(child.secondSurname(), child);
        }
        String birth = child.defaultDay()
                ? child.birth().getYear() + "-01-01"
                : child.birth().toString();
        return new Sheet(
                given,
                family,
                nativeName(child),
                List.of(birth),
                child.sex(),
                child.origin().name(),
                false);
    }

    private @Nullable PersonName nativeName(Child child) {
        if (child.origin().isLatin() || random.nextDouble() >= KEEPS_NATIVE_NAME) {
            return null;
        }
        String given = child.given().own();
        if (child.patronymic() != null && random.nextDouble() < WRITES_PATRONYMIC_NATIVELY) {
            given += " " + child.patronymic().own();
        }
        return new PersonName(null, given, child.surname().own(), child.origin().script());
    }

    private String latin(Word word, Child child) {
        List<String> spellings = word.latin();
        if (child.origin().name().equals(country)) {
            return word.own();
        }
        boolean own = child.origin().isLatin() || random.nextDouble() >= FOLLOWS_ITS_STANDARD;
        int spelling = own ? random.nextInt(spellings.size()) : standard.ordinal() % spellings.size();
        return spellings.get(spelling);
    }
}
