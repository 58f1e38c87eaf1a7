package eu.waymark.identity.person;

import eu.waymark.identity.demographics.BirthClaim;
import eu.waymark.identity.demographics.Demographics;
import eu.waymark.identity.demographics.IdentityDocument;
import eu.waymark.identity.demographics.PersonName;
import eu.waymark.identity.demographics.Place;
import eu.waymark.platform.web.Personal;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A person to record, as they were just searched for. That they are valid, the search has made sure of. */
@Schema(description = "The demographics must be those of the search.")
record NewPerson(
        @NotNull UUID searchId,
        @Nullable List<PersonName> names,
        @Nullable List<BirthClaim> births,
        @Nullable Integer sex,
        @Nullable List<String> nationalities,
        @Nullable List<String> languages,
        @Nullable List<IdentityDocument> documents,
        @Nullable List<Place> places)
        implements Personal {

    static final String EXAMPLE = """
            {"searchId":"5a2f9a52-0c5c-4d0e-9a7e-0d2c2f8f3b11",\
            "names":[{"given":"Anna","family":"Koval"}],"births":["2014~"],"sex":2,"nationalities":["UA"]}""";

    Demographics demographics() {
        return new Demographics(names, births, sex, nationalities, languages, documents, places);
    }

    @Override
    public String toString() {
        return REDACTED;
    }
}
