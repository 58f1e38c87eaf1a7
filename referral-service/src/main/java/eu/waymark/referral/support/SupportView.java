package eu.waymark.referral.support;

import com.fasterxml.jackson.annotation.JsonInclude;
import eu.waymark.platform.web.Personal;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(
        name = "Support",
        description = "The minimum package where the work is done, and how it stands for this child.",
        requiredProperties = {"country", "items", "missing"})
record SupportView(
        @Schema(description = "Whose package it is.", examples = "FR")
        String country,

        List<Item> items,

        @Schema(description = "What nobody has planned, put in place or refused.", examples = "guardian")
        List<String> missing)
        implements Personal {

    @Schema(
            name = "SupportItem",
            requiredProperties = {"code", "name", "basis"})
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Item(
            @Schema(examples = "guardian") String code,

            @Schema(examples = "A guardian or representative, where no parent can be one")
            String name,

            @Schema(description = "Where it comes from.", examples = "Directive 2011/36/EU, art. 14(2), 16(3)")
            String basis,

            @Nullable SupportState state,

            @Schema(description = "Shown to the agency that wrote it and to the child's own.") @Nullable
            String reason,

            @Schema(description = "Who said so.") @Nullable String agency,
            @Nullable Instant at)
            implements Personal {

        boolean isMissing() {
            return state == null || state == SupportState.ENDED;
        }

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
