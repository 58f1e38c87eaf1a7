package eu.waymark.identity.demographics;

import com.fasterxml.jackson.annotation.JsonInclude;
import eu.waymark.identity.demographics.StandardCode.Standard;
import eu.waymark.platform.web.Personal;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Where a person comes from, in codes. Never where they live: identity is searched by many, and an address, a town or a
 * school would find a hidden child. Places of today are the referral service's, sealed for named workers.
 *
 * @param country ISO 3166-1 alpha-2
 * @param region ISO 3166-2, no finer
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "Where a person comes from. Never where they live.")
public record Place(
        @NotNull @OneOf(PlaceKind.class) String kind,

        @NotNull @StandardCode(Standard.COUNTRY) @Schema(examples = "UA")
        String country,

        @Schema(description = "ISO 3166-2.", examples = "UA-46")
        @Nullable
        @Pattern(regexp = "[A-Z]{2}-[A-Z0-9]{1,3}", message = "must be a code of ISO 3166-2, like UA-46")
        String region)
        implements Personal {

    @Override
    public String toString() {
        return REDACTED;
    }
}
