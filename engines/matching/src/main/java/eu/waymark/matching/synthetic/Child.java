package eu.waymark.matching.synthetic;

import eu.waymark.matching.Sex;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * An invented child as it is in truth.
 *
 * @param secondSurname the mother's name behind the father's; null where the family bears one
 * @param defaultDay whether the country of origin recorded 1 January for want of a day
 */
record Child(
        String personId,
        String familyId,
        Origin origin,
        Sex sex,
        Word given,
        Surname surname,
        @Nullable Surname secondSurname,
        LocalDate birth,
        boolean defaultDay,
        boolean twin) {

    Child bornWith(Child other) {
        return new Child(
                personId, familyId, origin, sex, given, surname, secondSurname, other.birth, other.defaultDay, true);
    }

    /** Never shows the child, though it is invented: real ones take the same way. */
    @Override
    public String toString() {
        return "Child[" + personId + ", redacted]";
    }
}
