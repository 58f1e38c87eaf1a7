package eu.waymark.identity.person;

import eu.waymark.identity.demographics.BirthClaim;
import eu.waymark.identity.demographics.Demographics;
import eu.waymark.identity.demographics.IdentityDocument;
import eu.waymark.identity.demographics.PersonName;
import eu.waymark.identity.demographics.Place;
import eu.waymark.identity.record.CorrectionReason;
import eu.waymark.platform.web.Personal;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** All that a record is to say from now on, and why. */
@Schema(description = "All that the record is to say from now on: what is left out is gone from it.")
record CorrectedPerson(
        @NotNull CorrectionReason reason,
        @Nullable List<PersonName> names,
        @Nullable List<BirthClaim> births,
        @Nullable Integer sex,
        @Nullable List<String> nationalities,
        @Nullable List<String> languages,
        @Nullable List<IdentityDocument> documents,
        @Nullable List<Place> places)
        implements Personal {

    static final String EXAMPLE = """
            {"reason":"has-changed","names":[{"given":"Anna","family":"Nowak","type":"official","source":"document"}],\
            "births":["2014-05-12"],"sex":2,"nationalities":["UA"],"languages":["uk","pl"]}""";

    Demographics demographics() {
        return new Demographics(names, births, sex, nationalities, languages, documents, places);
    }

    @Override
    public String toString() {
        return REDACTED;
    }
}
