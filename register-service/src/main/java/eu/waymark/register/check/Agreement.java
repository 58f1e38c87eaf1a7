package eu.waymark.register.check;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How the data agree, field by field, and no closer: a score would tell a stranger more than there is to know. */
@Schema(name = "FieldAgreement")
public record Agreement(
        @Schema(enumeration = {"agree", "partly", "differ", "not-compared"})
        String name,

        @Schema(enumeration = {"agree", "partly", "differ", "not-compared"})
        String birthDate,

        @Schema(enumeration = {"agree", "partly", "differ", "not-compared"})
        String sex) {}
