package eu.waymark.identity.imports;

import eu.waymark.identity.demographics.BirthClaim;
import eu.waymark.identity.demographics.Demographics;
import eu.waymark.identity.demographics.IdentityDocument;
import eu.waymark.identity.demographics.PersonName;
import eu.waymark.identity.demographics.Place;
import eu.waymark.platform.web.Personal;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One line of an import.
 *
 * @param externalId the person's id in the agency's own system
 */
record ImportLine(
        @NotBlank @Size(max = 100) String externalId,
        @Nullable List<PersonName> names,
        @Nullable List<BirthClaim> births,
        @Nullable Integer sex,
        @Nullable List<String> nationalities,
        @Nullable List<String> languages,
        @Nullable List<IdentityDocument> documents,
        @Nullable List<Place> places)
        implements Personal {

    static final String EXAMPLE = """
            {"externalId":"CMS-1001","names":[{"given":"Anna","family":"Koval"}],"births":["2014-05-12"],"sex":2}
            {"externalId":"CMS-1002","names":[{"full":"Марія Коваль"}],"births":["2012"],"nationalities":["UA"]}
            """;

    Demographics demographics() {
        return new Demographics(names, births, sex, nationalities, languages, documents, places);
    }

    @Override
    public String toString() {
        return REDACTED;
    }
}
