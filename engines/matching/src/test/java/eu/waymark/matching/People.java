package eu.waymark.matching;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Invented people for tests. */
public final class People {

    private People() {}

    public static Demographics person(
            @Nullable String given, @Nullable String family, @Nullable String birth, int sex, String... nationalities) {
        return Demographics.parse(
                List.of(PersonName.of(given, family)),
                birth == null ? List.of() : List.of(birth),
                sex,
                List.of(nationalities));
    }

    public static Demographics called(String fullName, @Nullable String birth, int sex) {
        return Demographics.parse(
                List.of(PersonName.full(fullName)), birth == null ? List.of() : List.of(birth), sex, List.of());
    }
}
