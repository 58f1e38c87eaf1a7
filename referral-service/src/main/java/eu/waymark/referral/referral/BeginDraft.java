package eu.waymark.referral.referral;

import eu.waymark.platform.web.Personal;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "BeginReferralDraft", description = "A referral that is begun and not sent yet.", examples = """
        {"personRecordId": "0b9f4c1a-3f1d-4a53-8a55-2d1f0a8c6e90",
         "content": {"kind": "assessment", "reason": "Moved to Lyon with her mother."}}""")
record BeginDraft(
        @Schema(description = "A person record of the sender's own agency.", examples = Examples.PERSON) @NotNull
        UUID personRecordId,

        @NotNull @Valid DraftContent content)
        implements Personal {

    @Override
    public String toString() {
        return REDACTED;
    }
}
