package eu.waymark.referral.trafficking;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import eu.waymark.platform.web.Personal;
import eu.waymark.platform.web.http.Versioned;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(
        name = "TraffickingReferral",
        description = "A referral of somebody who may have been trafficked, as one of the agencies in it sees it.",
        requiredProperties = {
            "id",
            "fromAgency",
            "fromCountry",
            "status",
            "treatedAsChild",
            "form",
            "warnings",
            "decisions",
            "startedAt",
            "version"
        })
@JsonInclude(JsonInclude.Include.NON_NULL)
record TraffickingView(
        @Schema(examples = Examples.ID) UUID id,

        @Schema(description = "Of your own agency, where it has one.", examples = Examples.PERSON) @Nullable
        UUID personRecordId,

        @Schema(examples = "GB-KENT") String fromAgency,
        @Schema(examples = "GB") String fromCountry,
        TraffickingStatus status,

        @Schema(description = "Whoever is not known to be an adult is.")
        boolean treatedAsChild,

        TraffickingForm form,

        @Schema(description = "What to look at once more. None of them stops anything.")
        List<Warning> warnings,

        List<DecisionView> decisions,

        @Schema(description = "The day that a decision on reasonable grounds is due, where possible.") @Nullable
        Instant reasonableGroundsDueAt,

        @Schema(description = "No conclusive decision before.") @Nullable
        Instant conclusiveGroundsNotBefore,

        @Schema(examples = Examples.AT) Instant startedAt,
        @Nullable Instant sentAt,

        @Schema(description = "When the local authority took it.") @Nullable
        Instant receivedAt,

        @Schema(description = "How the person stays safe when the place to stay ends.") @Nullable
        String safePlan,

        @Nullable Instant accommodationEndedAt,

        @Schema(description = "The version that 'ETag' shows and 'If-Match' asks for.")
        int version)
        implements Personal, Versioned {

    /** Something to look at once more. */
    @Schema(name = "TraffickingWarning")
    enum Warning {
        /** The birth that was told makes the person older than 25. They are believed all the same. */
        @JsonProperty("birth-date-over-25")
        BIRTH_DATE_OVER_25,
        /** Identity could not be told of the doubt about the age: raise it there by hand, then confirm it here. */
        @JsonProperty("raise-age-doubt-by-hand")
        RAISE_AGE_DOUBT_BY_HAND,
        /** Who referred has no person record: the local authority makes one and names it here. */
        @JsonProperty("person-not-recorded")
        PERSON_NOT_RECORDED,
        /** A letter or call may endanger the person: what is not listed as safe is blocked. */
        @JsonProperty("contact-not-safe")
        CONTACT_NOT_SAFE
    }

    /** A decision of the competent authority. */
    @Schema(
            name = "TraffickingDecision",
            requiredProperties = {"number", "stage", "finding", "reconsideration", "decidedAt", "recordedAgency"})
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record DecisionView(
            int number,
            Stage stage,
            Finding finding,
            boolean reconsideration,
            Instant decidedAt,
            String recordedAgency,
            @Nullable String source,
            @Nullable String reasons)
            implements Personal {

        @Override
        public String toString() {
            return REDACTED;
        }
    }

    @Override
    public String toString() {
        return REDACTED;
    }
}
