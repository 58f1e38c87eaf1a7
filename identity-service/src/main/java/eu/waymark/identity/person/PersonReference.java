package eu.waymark.identity.person;

import eu.waymark.identity.record.PersonRecord;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What other services may know of a person record: whose it is and its pseudonym, not who it is about. */
@Schema(description = "What other services may know of a person record.")
record PersonReference(UUID recordId, String tag, String agency, String country) {

    static final String EXAMPLE = """
            {"recordId":"0b6b4a3e-5a55-4f0e-8f0f-7a1d1f6d2c10","tag":"Zk3s0cQ2vY8bq1m5N4tR7w",\
            "agency":"GB-LDS","country":"GB"}""";

    static PersonReference of(PersonRecord record) {
        return new PersonReference(record.id(), record.tag(), record.agency(), record.country());
    }
}
