package eu.waymark.matching.synthetic;

import eu.waymark.matching.PersonName;
import java.util.List;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** Writes a child down as an agency of a country does. */
final class Clerk {

    private static final double KEEPS_NATIVE_NAME = .4;

    private final List<Romanisation> standards;
    private final RandomGenerator random;

    Clerk(String country, RandomGenerator random) {
        this.standards = Romanisation.of(country);
        this.random = random;
    }

    Sheet write(Child child) {
        Romanisation standard = standards.get(random.nextInt(standards.size()));
        Surname second = child.secondSurname();
        String family = latin(child.surname().of(child.sex()), child.origin(), standard);
        if (second != null) {
            family += " " + latin(second.of(child.sex()), child.origin(), standard);
        }
        String birth = child.defaultDay()
                ? child.birth().getYear() + "-01-01"
                : child.birth().toString();
        return new Sheet(
                latin(child.given(), child.origin(), standard),
                family,
                nativeName(child),
                birth,
                child.sex(),
                child.origin().name());
    }

    private @Nullable PersonName nativeName(Child child) {
        if (child.origin().isLatin() || random.nextDouble() >= KEEPS_NATIVE_NAME) {
            return null;
        }
        String family = child.surname().of(child.sex()).own();
        return new PersonName(null, child.given().own(), family, child.origin().script());
    }

    private String latin(Word word, Origin origin, Romanisation standard) {
        if (!word.latin().isEmpty()) {
            return word.latin().get(random.nextInt(word.latin().size()));
        }
        return origin.isLatin() ? word.own() : standard.latin(word.own(), origin);
    }
}
