package eu.waymark.register.check;

import com.fasterxml.jackson.databind.JsonNode;
import eu.waymark.platform.web.Personal;
import eu.waymark.register.check.IdentitySearch.RecordedChild;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The one question: is this child already known to be at risk? */
@Produces(MediaType.APPLICATION_JSON)
@Path("/api/register/v1/checks")
@Tag(name = "checks", description = "Is this child already known to be at risk?")
public class ChecksResource {

    private static final String PRACTITIONER = "practitioner";
    private static final String CENTRAL_AUTHORITY = "central-authority";

    private static final String LANGUAGES = "Accept-Language";
    private static final String PROTECTED =
            "Do not tell the holder. Your central authority is told, and answers for it.";

    /** Fewer than a person may ask in a minute, here and in identity. */
    private static final int MOST_AT_ONCE = 25;

    private final Checking checking;
    private final BatchChecking batches;
    private final ConfirmingMatch confirming;

    ChecksResource(Checking checking, BatchChecking batches, ConfirmingMatch confirming) {
        this.checking = checking;
        this.batches = batches;
        this.confirming = confirming;
    }

    /** Children to be checked, each as it would be alone. */
    @Schema(examples = "{\"children\":[{\"names\":[{\"full\":\"Anna Koval\"}],\"births\":[\"2014~\"],\"sex\":2}]}")
    public record Batch(
            @Schema(implementation = Demographics[].class) @NotEmpty @Size(max = MOST_AT_ONCE)
            List<@NotNull JsonNode> children)
            implements Personal {

        @Override
        public String toString() {
            return REDACTED;
        }
    }

    /** A person record of the asker's own agency. */
    @Schema(name = "RecordedChild", examples = "{\"personRecordId\":\"6d1f1f0e-7a52-4c0e-9f3a-2f6f3b7f6b11\"}")
    public record Recorded(@NotNull UUID personRecordId) {}

    /** Which match is the child. */
    @Schema(examples = "{\"handle\":\"f1f6e0f4-3a57-4b7b-a7d9-2a6b1a0d7c55\"}")
    public record Confirmation(@NotNull UUID handle) {}

    @POST
    @RolesAllowed({PRACTITIONER, CENTRAL_AUTHORITY})
    @Operation(
            summary = "Is this child already known to be at risk?",
            description = "Answers hit, possible or no hit with the desk to call and how the data agree; no content."
                    + " The holder of a hit is told at once that you looked, and why.")
    public CheckView check(
            @NotNull @Valid Demographics child,
            @Parameter(description = PROTECTED) @QueryParam("protected") @DefaultValue("false") boolean isProtected,
            @HeaderParam(LANGUAGES) @Nullable String languages) {
        return checking.check(child, new Manner(isProtected, languages));
    }

    @POST
    @Path("/by-record")
    @RolesAllowed({PRACTITIONER, CENTRAL_AUTHORITY})
    @Operation(
            summary = "Is a child whom your agency has on record known to be at risk anywhere?",
            description = "Asks with all that identity knows of the record. The answer is that of any other check.")
    public CheckView checkRecorded(
            @NotNull @Valid Recorded child,
            @Parameter(description = PROTECTED) @QueryParam("protected") @DefaultValue("false") boolean isProtected,
            @HeaderParam(LANGUAGES) @Nullable String languages) {
        return checking.check(new RecordedChild(child.personRecordId()), new Manner(isProtected, languages));
    }

    @POST
    @Path("/batches")
    @RolesAllowed({PRACTITIONER, CENTRAL_AUTHORITY})
    @Operation(
            summary = "Check up to 25 children, one after another",
            description = "Each counts as a check of its own: its holder is told, and it uses up what you may ask in a"
                    + " minute. What is wrong with one child is said of it, and the others are answered.")
    public BatchView checkAll(
            @NotNull @Valid Batch batch,
            @Parameter(description = PROTECTED) @QueryParam("protected") @DefaultValue("false") boolean isProtected,
            @HeaderParam(LANGUAGES) @Nullable String languages) {
        return batches.check(batch.children(), new Manner(isProtected, languages));
    }

    @POST
    @Path("/{id}/confirmations")
    @RolesAllowed({PRACTITIONER, CENTRAL_AUTHORITY})
    @Operation(summary = "Confirm that a possible match is the child", description = "Only now is the holder told.")
    public CheckView.Match confirm(UUID id, @NotNull @Valid Confirmation confirmation) {
        return confirming.confirm(id, confirmation.handle());
    }
}
