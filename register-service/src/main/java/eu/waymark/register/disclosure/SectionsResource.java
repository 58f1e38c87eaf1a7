package eu.waymark.register.disclosure;

import eu.waymark.platform.web.Personal;
import eu.waymark.platform.web.http.Versioned;
import eu.waymark.platform.web.http.Versions;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** What the holder writes to be shared: {@code plan-summary}, {@code contacts}, {@code safe-contact-rules}. */
@Produces(MediaType.APPLICATION_JSON)
@Path("/api/register/v1/entries/{id}/sections/{section}")
@Tag(name = "disclosures")
public class SectionsResource {

    private final WritingSection writing;

    SectionsResource(WritingSection writing) {
        this.writing = writing;
    }

    /** The text of a section. */
    @Schema(examples = "{\"text\":\"Call the school's designated lead, never the father's number.\"}")
    public record NewSection(@NotBlank @Size(max = 2000) String text) implements Personal {

        @Override
        public String toString() {
            return REDACTED;
        }
    }

    /** A section as its holder reads it. */
    @Schema(name = "EntrySection", examples = """
            {"section":"safe-contact-rules","text":"Call the school's designated lead, never the father's number.",
             "writtenAt":"2026-11-20T09:30:00Z","version":0}""")
    public record SectionView(String section, String text, Instant writtenAt, int version)
            implements Personal, Versioned {

        @Override
        public String toString() {
            return REDACTED;
        }
    }

    @PUT
    @RolesAllowed({"practitioner", "manager", "supervisor"})
    @Operation(
            summary = "Write a section that can be shared: plan-summary, contacts or safe-contact-rules",
            description =
                    "As the holder. It is sealed, and shown to those whose disclosure names it. If-Match is needed"
                            + " where it is written already.")
    @APIResponseSchema(value = SectionView.class, responseCode = "200")
    public RestResponse<SectionView> write(
            UUID id,
            String section,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @NotNull @Valid NewSection request) {
        return Versions.tagged(writing.write(id, section, ifMatch, request.text()));
    }

    @GET
    @RolesAllowed({"practitioner", "manager", "supervisor"})
    @Operation(summary = "A section that your agency has written")
    @APIResponseSchema(value = SectionView.class, responseCode = "200")
    public RestResponse<SectionView> read(UUID id, String section) {
        return Versions.tagged(writing.read(id, section));
    }
}
