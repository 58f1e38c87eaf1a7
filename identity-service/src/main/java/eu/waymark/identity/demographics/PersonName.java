package eu.waymark.identity.demographics;

import com.fasterxml.jackson.annotation.JsonInclude;
import eu.waymark.identity.demographics.StandardCode.Standard;
import eu.waymark.platform.web.Personal;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * One name a person goes by or went by: in one piece, or in parts. In any script.
 *
 * @param type what kind of name it is; null where nobody said
 * @param script ISO 15924, as the source states it; matching looks at the letters themselves
 * @param validFrom first day on which it was theirs
 * @param validUntil last day on which it was
 * @param source where it is known from
 */
@FullOrParts
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "Either 'full', or 'given' and 'family' or one of them. In any script.")
public record PersonName(
        @Schema(examples = "Анна Коваль") @Nullable @Size(min = 1, max = 200)
        String full,

        @Schema(examples = "Anna") @Nullable @Size(min = 1, max = 100)
        String given,

        @Schema(examples = "Koval") @Nullable @Size(min = 1, max = 100)
        String family,

        @Nullable @OneOf(NameType.class) String type,

        @Schema(description = "ISO 15924.", examples = "Latn") @Nullable @StandardCode(Standard.SCRIPT)
        String script,

        @Nullable LocalDate validFrom,
        @Nullable LocalDate validUntil,
        @Nullable @OneOf(DataSource.class) String source)
        implements Personal {

    /** A name in parts of which nothing else is known; either may be null. */
    public static PersonName of(@Nullable String given, @Nullable String family) {
        return new PersonName(null, given, family, null, null, null, null, null);
    }

    /** A name in one piece of which nothing else is known. */
    public static PersonName full(String text) {
        return new PersonName(text, null, null, null, null, null, null, null);
    }

    /** The same name as one that was valid until a day; a day that is known already stays. */
    PersonName former(LocalDate until) {
        return new PersonName(
                full,
                given,
                family,
                type == null || type.equals(OneOf.Check.code(NameType.OFFICIAL))
                        ? OneOf.Check.code(NameType.FORMER)
                        : type,
                script,
                validFrom,
                validUntil == null ? until : validUntil,
                source);
    }

    /** Whether the letters are the same, whatever else is known of the two. */
    boolean isWrittenAs(PersonName other) {
        return Objects.equals(full, other.full)
                && Objects.equals(given, other.given)
                && Objects.equals(family, other.family);
    }

    /** All parts in one line. */
    String text() {
        return Stream.of(full, given, family).filter(Objects::nonNull).collect(Collectors.joining(" "));
    }

    eu.waymark.matching.PersonName forMatching() {
        return new eu.waymark.matching.PersonName(full, given, family, script);
    }

    @Override
    public String toString() {
        return REDACTED;
    }
}
