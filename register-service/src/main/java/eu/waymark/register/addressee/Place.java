package eu.waymark.register.addressee;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Where somebody is to be told: a country, and as far as it is known the area or the agency. */
@Schema(examples = "{\"country\":\"FR\",\"agency\":\"FR-69-CRIP\"}")
public record Place(
        @NotNull @Pattern(regexp = "[A-Z]{2}", message = "must be an ISO 3166-1 alpha-2 code")
        String country,

        @Pattern(regexp = "[A-Za-z0-9-]{1,20}", message = "must be a code of the directory") @Nullable
        String area,

        @Pattern(regexp = "[A-Z]{2}-[A-Z0-9-]{1,30}", message = "must be an agency code") @Nullable
        String agency) {}
