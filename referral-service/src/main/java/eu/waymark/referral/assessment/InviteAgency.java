package eu.waymark.referral.assessment;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "An agency that is to write a section.", examples = "{\"agency\": \"GB-WYP\"}")
record InviteAgency(@NotNull @Size(max = 33) String agency) {}
