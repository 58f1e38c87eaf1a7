package eu.waymark.identity.demographics;

import com.fasterxml.jackson.annotation.JsonIgnore;
import eu.waymark.platform.web.Personal;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What is known of who somebody is. Everything but a name may be unknown.
 *
 * @param births birth dates in EDTF, as exact as known; several when they are disputed
 * @param sex ISO/IEC 5218; 0 when absent
 * @param nationalities ISO 3166-1 alpha-2
 */
@Schema(description = "What is known of who somebody is. Everything but a name may be unknown.")
public record Demographics(
        @NotEmpty @Size(max = 10) List<@NotNull @Valid PersonName> names,

        @Schema(description = "EDTF, as exact as known; several when disputed.", examples = "[\"2014~\"]")
        @Size(max = 5)
        List<@NotNull @EdtfBirth String> births,

        @Schema(description = "ISO/IEC 5218: 0 not known, 1 male, 2 female, 9 not applicable.", examples = "2") @SexCode
        Integer sex,

        @Schema(description = "ISO 3166-1 alpha-2.", examples = "[\"UA\"]") @Size(max = 5)
        List<@NotNull @CountryCode String> nationalities)
        implements Personal {

    /** An example for the API documents. */
    public static final String EXAMPLE = """
            {"names":[{"given":"Anna","family":"Koval"}],"births":["2014~"],"sex":2,"nationalities":["UA"]}""";

    public Demographics(
            @Nullable List<PersonName> names,
            @Nullable List<String> births,
            @Nullable Integer sex,
            @Nullable List<String> nationalities) {
        this.names = names == null ? List.of() : names;
        this.births = births == null ? List.of() : births;
        this.sex = sex == null ? 0 : sex;
        this.nationalities = nationalities == null ? List.of() : nationalities;
    }

    /** The same as the matching engine reads it. Only for what has passed validation. */
    public eu.waymark.matching.Demographics forMatching() {
        return eu.waymark.matching.Demographics.parse(
                names.stream().map(PersonName::forMatching).toList(), births, sex, nationalities);
    }

    /** Whether this says enough to be searched for. */
    @JsonIgnore
    public boolean isSearchable() {
        return MinimumQuery.isMetBy(this);
    }

    @Override
    public String toString() {
        return REDACTED;
    }
}
