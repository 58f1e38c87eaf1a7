package eu.waymark.matching.synthetic;

import eu.waymark.matching.BirthDate;
import eu.waymark.matching.Demographics;
import eu.waymark.matching.PersonName;
import eu.waymark.matching.Sex;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a clerk is about to write down; the {@link Corrupter} works on it.
 *
 * @param nativeName the name in its own script; null where the agency keeps Latin letters only
 * @param births EDTF; several where documents disagree
 * @param oneField whether the whole name stands in one field
 */
record Sheet(
        @Nullable String given,
        @Nullable String family,
        @Nullable PersonName nativeName,
        List<String> births,
        Sex sex,
        @Nullable String nationality,
        boolean oneField) {

    Sheet withGiven(@Nullable String other) {
        return new Sheet(other, family, nativeName, births, sex, nationality, oneField);
    }

    Sheet withFamily(@Nullable String other) {
        return new Sheet(given, other, nativeName, births, sex, nationality, oneField);
    }

    Sheet withBirths(List<String> others) {
        return new Sheet(given, family, nativeName, others, sex, nationality, oneField);
    }

    Sheet withSex(Sex other) {
        return new Sheet(given, family, nativeName, births, other, nationality, oneField);
    }

    Sheet withoutNationality() {
        return new Sheet(given, family, nativeName, births, sex, null, oneField);
    }

    Sheet withoutNativeName() {
        return new Sheet(given, family, null, births, sex, nationality, oneField);
    }

    Sheet inOneField() {
        return new Sheet(given, family, nativeName, births, sex, nationality, true);
    }

    /** The day, where one and nothing else is written. */
    @Nullable
    LocalDate day() {
        return births.size() == 1 && births.getFirst().length() == "2014-03-05".length()
                ? LocalDate.parse(births.getFirst())
                : null;
    }

    Demographics demographics() {
        var names = new ArrayList<PersonName>(2);
        names.add(oneField ? PersonName.full(given + " " + family) : new PersonName(null, given, family, "Latn"));
        if (nativeName != null) {
            names.add(nativeName);
        }
        return new Demographics(
                names,
                births.stream().map(BirthDate::parse).toList(),
                sex,
                nationality == null ? Set.of() : Set.of(nationality));
    }

    /** Never shows the child. */
    @Override
    public String toString() {
        return "Sheet[redacted]";
    }
}
