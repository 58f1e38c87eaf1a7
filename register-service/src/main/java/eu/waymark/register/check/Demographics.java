package eu.waymark.register.check;

import com.fasterxml.jackson.annotation.JsonInclude;
import eu.waymark.platform.web.Personal;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The child asked about, as far as the asker knows. It goes on to identity and is not kept here. */
@Schema(
        name = "Demographics",
        examples =
                "{\"names\":[{\"full\":\"Anna Koval\"}],\"births\":[\"2014~\"],\"sex\":2,\"nationalities\":[\"UA\"]}")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Demographics(
        @NotEmpty @Size(max = 10) List<@NotNull @Valid Name> names,

        @Schema(
                description = "Birth dates as EDTF: 2014-03-05, 2014-03, 2014, 2014~ (about), 2013/2015.",
                examples = "[\"2014~\"]")
        @Size(max = 5)
        @Nullable
        List<@NotNull @Size(max = 40) String> births,

        @Schema(description = "ISO/IEC 5218: 0 not known, 1 male, 2 female, 9 not applicable.", examples = "2")
        @Nullable
        Integer sex,

        @Size(max = 10) @Nullable
        List<@NotNull @Pattern(regexp = "[A-Z]{2}", message = "must be an ISO 3166-1 alpha-2 code") String>
                nationalities)
        implements Personal {

    /** One name: in full, or in parts. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "Name", examples = "{\"given\":\"Anna\",\"family\":\"Koval\"}")
    public record Name(
            @Size(max = 200) @Nullable String full,
            @Size(max = 100) @Nullable String given,
            @Size(max = 100) @Nullable String family)
            implements Personal {

        @Override
        public String toString() {
            return REDACTED;
        }
    }

    @Override
    public String toString() {
        return REDACTED;
    }
}
