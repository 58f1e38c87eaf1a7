package eu.waymark.referral.request;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "The authority of the same country that should have been asked.")
record ForwardRequest(
        @Schema(examples = "PL-GDA-OPS")
        @NotNull
        @Pattern(regexp = Examples.AGENCY, message = "must be a country code, a hyphen and capitals")
        String toAgency) {}
