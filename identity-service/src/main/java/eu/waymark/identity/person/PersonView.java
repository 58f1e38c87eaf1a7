package eu.waymark.identity.person;

import eu.waymark.identity.demographics.BirthClaim;
import eu.waymark.identity.demographics.Demographics;
import eu.waymark.identity.demographics.IdentityDocument;
import eu.waymark.identity.demographics.PersonName;
import eu.waymark.identity.demographics.Place;
import eu.waymark.identity.demographics.Warning;
import eu.waymark.identity.record.PersonRecord;
import eu.waymark.platform.web.Personal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A person record as the agency that made it sees it. */
@Schema(name = "Person", description = "A person record as the agency that made it sees it.")
record PersonView(
        UUID id,
        String agency,
        String country,
        List<PersonName> names,
        List<BirthClaim> births,
        int sex,
        List<String> nationalities,
        List<String> languages,
        List<IdentityDocument> documents,
        List<Place> places,
        List<Warning> warnings,
        boolean restricted,
        int version)
        implements Personal {

    static final String EXAMPLE = """
            {"id":"0b6b4a3e-5a55-4f0e-8f0f-7a1d1f6d2c10","agency":"GB-LDS","country":"GB",\
            "names":[{"given":"Anna","family":"Koval"}],"births":["2014~"],"sex":2,"nationalities":["UA"],"languages":[],"documents":[],"places":[],"warnings":[],"restricted":false,"version":1}""";

    static PersonView of(PersonRecord record, Demographics who, LocalDate today, boolean restricted) {
        return new PersonView(
                record.id(),
                record.agency(),
                record.country(),
                who.names(),
                who.births(),
                who.sex(),
                who.nationalities(),
                who.languages(),
                who.documents(),
                who.places(),
                who.warnings(today),
                restricted,
                record.version());
    }

    @Override
    public String toString() {
        return "PersonView[" + id + "]";
    }
}
