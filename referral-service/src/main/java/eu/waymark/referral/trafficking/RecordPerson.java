package eu.waymark.referral.trafficking;

import jakarta.validation.constraints.NotNull;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(
        description = "The record that the local authority made of a person whom others met.",
        examples = "{\"personRecordId\": \"" + Examples.PERSON + "\"}")
record RecordPerson(
        @Schema(description = "A person record of your own agency.", examples = Examples.PERSON) @NotNull
        UUID personRecordId) {}
