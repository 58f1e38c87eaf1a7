package eu.waymark.referral.attachment;

import com.fasterxml.jackson.annotation.JsonInclude;
import eu.waymark.platform.web.Personal;
import eu.waymark.referral.referral.Section;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(
        name = "Attachment",
        description = "A file of a referral, without its content.",
        requiredProperties = {"id", "section", "mediaType", "size", "sha256", "addedAt"},
        examples = """
        {"id": "2f6d4a6e-6f0d-4a9e-8d1c-5f2d9c1f7a10", "section": "health", "title": "Letter of the hospital",
         "mediaType": "application/pdf", "size": 48213,
         "sha256": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08", "addedAt": "2026-03-02T09:30:00Z"}""")
@JsonInclude(JsonInclude.Include.NON_NULL)
record AttachmentView(
        UUID id,

        @Schema(description = "Whoever reads this section reads the file.")
        Section section,

        @Nullable String title,

        @Schema(description = "What its content is.") String mediaType,

        @Schema(description = "Bytes.") long size,

        @Schema(description = "Checksum of the content, in hexadecimal digits.")
        String sha256,

        Instant addedAt)
        implements Personal {

    @Override
    public String toString() {
        return REDACTED;
    }
}
