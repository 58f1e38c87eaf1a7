package eu.waymark.matching.synthetic;

import eu.waymark.matching.Demographics;
import eu.waymark.matching.PersonName;
import eu.waymark.matching.Sex;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a clerk is about to write down; the {@link Corrupter} works on it.
 *
 * @param nativeName the name in its own script; null where the agency keeps Latin letters only
 * @param birth EDTF
 */
record Sheet(String given, String family, @Nullable PersonName nativeName, String birth, Sex sex, String nationality) {

    Sheet withGiven(String other) {
        return new Sheet(other, family, nativeName, birth, sex, nationality);
    }

    Sheet withFamily(String other) {
        return new Sheet(given, other, nativeName, birth, sex, nationality);
    }

    Sheet withBirth(String other) {
        return new Sheet(given, family, nativeName, other, sex, nationality);
    }

    Sheet withoutNativeName() {
        return new Sheet(given, family, null, birth, sex, nationality);
    }

    /** The day, where one is written. */
    @Nullable
    LocalDate day() {
        return birth.length() == "2014-03-05".length() ? LocalDate.parse(birth) : null;
    }

    Demographics demographics() {
        var names = new ArrayList<PersonName>(2);
        names.add(new PersonName(null, given, family, "Latn"));
        if (nativeName != null) {
            names.add(nativeName);
        }
        return Demographics.parse(names, List.of(birth), sex.code(), List.of(nationality));
    }

    /** Never shows the child. */
    @Override
    public String toString() {
        return "Sheet[redacted]";
    }
}
