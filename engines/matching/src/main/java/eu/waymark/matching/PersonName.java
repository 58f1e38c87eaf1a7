package eu.waymark.matching;

import org.jspecify.annotations.Nullable;

/**
 * One name in one script: as parts where the source knows them, else as full text.
 *
 * @param full the whole name as written, used only where both parts are missing; {@code "Family, Given"} is understood
 * @param given given names, as one text
 * @param family family names, as one text
 * @param script ISO 15924 as the source states it, kept for display; matching looks at the letters themselves
 */
public record PersonName(
        @Nullable String full,
        @Nullable String given,
        @Nullable String family,
        @Nullable String script) {

    /** A name whose parts are unknown. */
    public static PersonName full(String text) {
        return new PersonName(text, null, null, null);
    }

    /** A name in parts; either may be null. */
    public static PersonName of(@Nullable String given, @Nullable String family) {
        return new PersonName(null, given, family, null);
    }

    /** Never shows the name. */
    @Override
    public String toString() {
        return "PersonName[redacted]";
    }
}
