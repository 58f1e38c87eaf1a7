package eu.waymark.identity.demographics;

import com.fasterxml.jackson.annotation.JsonInclude;
import eu.waymark.platform.web.Personal;
import jakarta.validation.constraints.Size;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** One name a person goes by: in one piece, or in parts. In any script. */
@FullOrParts
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "Either 'full', or 'given' and 'family' or one of them. In any script.")
public record PersonName(
        @Schema(examples = "Анна Коваль") @Nullable @Size(min = 1, max = 200)
        String full,

        @Schema(examples = "Anna") @Nullable @Size(min = 1, max = 100)
        String given,

        @Schema(examples = "Koval") @Nullable @Size(min = 1, max = 100)
        String family)
        implements Personal {

    /** All parts in one line. */
    String text() {
        return Stream.of(full, given, family).filter(Objects::nonNull).collect(Collectors.joining(" "));
    }

    eu.waymark.matching.PersonName forMatching() {
        return new eu.waymark.matching.PersonName(full, given, family, null);
    }

    @Override
    public String toString() {
        return REDACTED;
    }
}
