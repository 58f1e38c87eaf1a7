package eu.waymark.identity.privatequery;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Whom to call: the desk of a whole country, so that nobody learns which office knows the child (invariant 8). */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "PrivateQueryContact", description = "The national desk to call, day and night.")
record Contact(
        String country,
        String name,
        @Nullable String telephone,
        @Nullable String email) {

    static Contact of(String country, NationalDesks.Desk desk) {
        return new Contact(
                country,
                desk.name(),
                desk.telephone().orElse(null),
                desk.email().orElse(null));
    }

    /** Of a country whose desk nobody has told this service. */
    static Contact unknown(String country) {
        return new Contact(country, "Central authority (Hague Convention 1996, article 29)", null, null);
    }
}
