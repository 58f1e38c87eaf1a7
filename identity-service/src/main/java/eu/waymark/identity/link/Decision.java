package eu.waymark.identity.link;

import eu.waymark.platform.web.Personal;
import eu.waymark.platform.web.problem.CommonProblem;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What a person says of two records, and why.
 *
 * @param relation what they are to each other, with {@link Verdict#RELATED} and with nothing else
 * @param note in the person's own words; kept sealed with the evidence
 */
@Schema(name = "Decision", description = "What you say of the two records, and why. 'relation' with 'related' only.")
public record Decision(
        @NotNull Verdict verdict,
        @Nullable Relation relation,
        @NotNull DecisionReason reason,

        @Schema(description = "Kept encrypted, with the explanation that you saw.") @Nullable @Size(max = 2000)
        String note)
        implements Personal {

    /** An example for the API documents. */
    public static final String EXAMPLE =
            "{\"verdict\":\"same\",\"reason\":\"records-agree\",\"note\":\"Same mother, same scar, same village.\"}";

    /** @throws eu.waymark.platform.web.problem.ProblemException 422 when the relation does not go with the verdict */
    public Decision checked() {
        if ((verdict == Verdict.RELATED) != (relation != null)) {
            throw CommonProblem.INVALID_FIELDS
                    .because("Say how they are related when, and only when, they are.")
                    .at("relation", "goes with the verdict 'related', and with no other");
        }
        return this;
    }

    @Override
    public String toString() {
        return "Decision[" + verdict + "]";
    }
}
