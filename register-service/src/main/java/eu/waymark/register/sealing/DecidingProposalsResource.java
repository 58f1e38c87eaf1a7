package eu.waymark.register.sealing;

import eu.waymark.platform.web.paging.Cursor;
import eu.waymark.platform.web.paging.Page;
import eu.waymark.platform.web.paging.PageRequest;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What a second decides that one who is named has proposed. */
@Produces(MediaType.APPLICATION_JSON)
@Path("/api/register/v1/sealed-proposals")
@Tag(name = "sealed entries")
public class DecidingProposalsResource {

    private final Proposals proposals;

    DecidingProposalsResource(Proposals proposals) {
        this.proposals = proposals;
    }

    /** A sealed entry that waits to be taken; whose, only who has taken it learns. */
    @Schema(
            name = "WaitingHandover",
            examples = "{\"id\":\"0f0c4a52-4d7c-4d9e-8f5a-0f1f5b0f7f10\",\"proposedAt\":\"2026-11-22T09:30:00Z\"}")
    public record Waiting(UUID id, Instant proposedAt) {}

    @GET
    @RolesAllowed({"practitioner", "manager", "supervisor"})
    @Operation(
            summary = "Sealed entries that wait for you to take them, newest first",
            description = "For two weeks each.")
    public Page<Waiting> waiting(@BeanParam @Valid PageRequest page) {
        return Page.of(
                proposals.toTake(page.after(), page.limit()),
                page.limit(),
                proposal -> new Cursor(proposal.proposedAt, proposal.id),
                proposal -> new Waiting(proposal.id, proposal.proposedAt));
    }

    @POST
    @Path("/{id}/refusal")
    @RolesAllowed({"practitioner", "manager", "supervisor"})
    @Operation(
            summary =
                    "Refuse to take a sealed entry, or what another named worker proposed; withdraw what you proposed",
            description = "The named workers find it at /notices. Something else can be proposed then.")
    @APIResponse(responseCode = "204", description = "Done")
    public void refuse(UUID id) {
        proposals.refuse(id);
    }

    @POST
    @Path("/{id}/confirmation")
    @RolesAllowed({"practitioner", "manager", "supervisor"})
    @Operation(
            summary = "Confirm an unsealing, as the second named worker",
            description = "Your agency becomes the holder of the entry that everybody sees.")
    @APIResponse(responseCode = "204", description = "Done")
    public void confirm(UUID id) {
        proposals.decide(id, SealedProposal.UNSEALING);
    }

    @POST
    @Path("/{id}/acceptance")
    @RolesAllowed({"practitioner", "manager", "supervisor"})
    @Operation(summary = "Take a sealed entry", description = "Your agency is responsible at once.")
    @APIResponse(responseCode = "204", description = "Done")
    public void take(UUID id) {
        proposals.decide(id, SealedProposal.HANDOVER);
    }
}
