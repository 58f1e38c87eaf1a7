package eu.waymark.identity.link;

import eu.waymark.platform.web.Personal;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A decision about two records of the caller's own agency. */
@Schema(description = "What you say of two records of your agency, and why. 'relation' with 'related' only.")
record NewLink(
        @NotNull UUID recordId,
        @NotNull UUID otherRecordId,
        @NotNull Verdict verdict,
        @Nullable Relation relation,
        @NotNull DecisionReason reason,
        @Nullable @Size(max = 2000) String note)
        implements Personal {

    static final String EXAMPLE = """
            {"recordId":"0b6b4a3e-5a55-4f0e-8f0f-7a1d1f6d2c10","otherRecordId":"7d3a51c8-0c5c-4d0e-9a7e-0d2c2f8f3b11",\
            "verdict":"same","reason":"recorded-twice"}""";

    Decision decision() {
        return new Decision(verdict, relation, reason, note);
    }

    @Override
    public String toString() {
        return REDACTED;
    }
}
