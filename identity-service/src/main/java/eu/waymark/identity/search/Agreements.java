package eu.waymark.identity.search;

import eu.waymark.matching.score.FieldAgreements;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How the fields of a search agree with another agency's record: all that may be told of it. */
@Schema(description = "How the fields agree: `agree`, `partly`, `differ` or `not-compared`.")
record Agreements(
        @Schema(enumeration = {"agree", "partly", "differ", "not-compared"})
        String name,

        @Schema(enumeration = {"agree", "partly", "differ", "not-compared"})
        String birthDate,

        @Schema(enumeration = {"agree", "partly", "differ", "not-compared"})
        String sex) {

    static Agreements of(FieldAgreements fields) {
        return new Agreements(Wire.code(fields.name()), Wire.code(fields.birthDate()), Wire.code(fields.sex()));
    }
}
