package eu.waymark.identity.restriction;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A restriction as the agency of the record, and the person, see it. */
@Schema(name = "Restriction")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RestrictionView(
        RestrictionBasis basis,
        Instant restrictedAt,
        @Nullable Instant liftedAt,
        int version) {

    static final String EXAMPLE = """
            {"basis":"gdpr-18-1-a","restrictedAt":"2026-11-22T10:30:00Z","version":0}""";

    static RestrictionView of(Restriction restriction) {
        return new RestrictionView(
                restriction.basis(), restriction.restrictedAt(), restriction.liftedAt(), restriction.version());
    }
}
