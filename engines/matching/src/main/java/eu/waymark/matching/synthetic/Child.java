package eu.waymark.matching.synthetic;

import eu.waymark.matching.Sex;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * An invented child as it is in truth.
 *
 * @param given what it is called first
 * @param secondGiven another given name; null where there is none
 * @param patronymic in the form that stands behind the given name; null where the origin has none
 * @param surname in the form that this child bears
 * @param secondSurname the mother's name behind it; null where the child bears one
 * @param defaultDay whether the country of origin recorded 1 January for want of a day
 */
record Child(
        String personId,
        Household household,
        Sex sex,
        Word given,
        @Nullable Word secondGiven,
        @Nullable Word patronymic,
        Word surname,
        @Nullable Word secondSurname,
        LocalDate birth,
        boolean defaultDay,
        boolean twin) {

    Origin origin() {
        return household.origin();
    }

    Child withGiven(Word other) {
        return new Child(
                personId,
                household,
                sex,
                other,
                secondGiven,
                patronymic,
                surname,
                secondSurname,
                birth,
                defaultDay,
                twin);
    }

    Child withSurname(Word other, @Nullable Word otherSecond) {
        return new Child(
                personId, household, sex, given, secondGiven, patronymic, other, otherSecond, birth, defaultDay, twin);
    }

    /** Never shows the child, though it is invented: real ones take the same way. */
    @Override
    public String toString() {
        return "Child[" + personId + ", redacted]";
    }
}
