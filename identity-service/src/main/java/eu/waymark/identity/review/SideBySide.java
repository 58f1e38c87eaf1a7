package eu.waymark.identity.review;

import com.fasterxml.jackson.annotation.JsonInclude;
import eu.waymark.identity.demographics.Demographics;
import eu.waymark.identity.link.LinkedRecord;
import eu.waymark.matching.score.Agreement;
import eu.waymark.matching.score.Contribution;
import eu.waymark.matching.score.FieldAgreements;
import eu.waymark.platform.web.Personal;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Both records as the reviewer may see them (architecture, invariant 9): their own in full, the other in full too once its
 * agency has opened its half, else only how it agrees.
 *
 * @param note what the last reviewer left
 * @param explanation every reason with its bits, where both records may be read
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "SideBySide", description = "Both records as you may see them.")
record SideBySide(
        ReviewView review,
        List<Half> halves,
        Agreements agreement,
        @Nullable Double probability,
        @Nullable List<Reason> explanation,
        @Nullable String note)
        implements Personal {

    static final String EXAMPLE = "{\"review\":" + ReviewView.EXAMPLE + """
            ,"halves":[{"record":{"own":true,"recordId":"0b6b4a3e-5a55-4f0e-8f0f-7a1d1f6d2c10","agency":"GB-LDS",\
            "country":"GB"},"person":{"names":[{"given":"Anna","family":"Koval"}],"births":["2014~"],"sex":2,\
            "nationalities":["UA"]}},{"record":{"own":false,"country":"NL"}}],\
            "agreement":{"name":"agree","birthDate":"partly","sex":"agree"}}""";

    /** One of the two. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "ReviewHalf")
    record Half(LinkedRecord record, @Nullable Demographics person) implements Personal {

        @Override
        public String toString() {
            return REDACTED;
        }
    }

    /** How the fields agree: `agree`, `partly`, `differ` or `not-compared`. */
    @Schema(name = "ReviewAgreement", description = "`agree`, `partly`, `differ` or `not-compared`.")
    record Agreements(String name, String birthDate, String sex) {

        static Agreements of(FieldAgreements fields) {
            return new Agreements(code(fields.name()), code(fields.birthDate()), code(fields.sex()));
        }

        private static String code(Agreement agreement) {
            return agreement.name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** What one field adds to the score, in bits. */
    @Schema(name = "ReviewReason")
    record Reason(String field, double bits, String text) {

        static Reason of(Contribution contribution) {
            return new Reason(
                    contribution.field().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                    contribution.bits(),
                    eu.waymark.matching.explain.Explanation.sentence(contribution));
        }
    }

    @Override
    public String toString() {
        return REDACTED;
    }
}
