package eu.waymark.register.sealing;

import com.fasterxml.jackson.annotation.JsonInclude;
import eu.waymark.platform.web.Personal;
import eu.waymark.platform.web.paging.Cursor;
import eu.waymark.platform.web.paging.Page;
import eu.waymark.platform.web.paging.PageRequest;
import eu.waymark.register.worker.Worker;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** What one who is named proposes, and a second decides. */
@Produces(MediaType.APPLICATION_JSON)
@Path(SealedEntriesResource.PATH + "/{id}")
@Tag(name = "sealed entries")
public class SealedProposalsResource {

    private final Proposals proposals;

    SealedProposalsResource(Proposals proposals) {
        this.proposals = proposals;
    }

    /** Which agency is to become responsible, and who of it is to know. One of them takes it. */
    @Schema(name = "SealedHandover", examples = """
            {"responsible":"GB-YORK",
             "workers":[{"subject":"8f14e45f-ceea-467f-a8f5-1f6d2c107a1d","name":"Nadia Frost"},
                        {"subject":"5b1c0c5e-0f2c-4a51-9a2e-7d2a8c0f7b11","name":"Owen Hale"}]}""")
    public record Handover(
            @NotBlank @Size(max = 33) String responsible,
            @NotNull @Size(min = 2, max = 10) List<@NotNull @Valid Worker> workers)
            implements Personal {

        @Override
        public String toString() {
            return REDACTED;
        }
    }

    /** That a second person is needed. */
    @Schema(name = "SealedProposal", examples = "{\"id\":\"0f0c4a52-4d7c-4d9e-8f5a-0f1f5b0f7f10\"}")
    public record Proposed(UUID id) {}

    /** What was proposed, and what became of it; nothing while it waits. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "SealedProposalState", examples = """
            {"id":"0f0c4a52-4d7c-4d9e-8f5a-0f1f5b0f7f10","kind":"handover","responsible":"GB-YORK",
             "proposedAt":"2026-11-22T09:30:00Z","outcome":"refused","decidedAt":"2026-11-23T08:00:00Z"}""")
    public record ProposalState(
            UUID id,
            String kind,
            @Nullable String responsible,
            Instant proposedAt,
            @Nullable String outcome,
            @Nullable Instant decidedAt) {

        static ProposalState of(SealedProposal proposal) {
            return new ProposalState(
                    proposal.id,
                    proposal.kind,
                    proposal.toAgency,
                    proposal.proposedAt,
                    proposal.outcome,
                    proposal.decidedAt);
        }
    }

    @GET
    @Path("/proposals")
    @RolesAllowed({"practitioner", "manager", "supervisor"})
    @Operation(
            summary = "What was proposed about it, newest first",
            description = "agreed, refused, withdrawn or lapsed after two weeks; one at a time waits.")
    public Page<ProposalState> proposals(UUID id, @BeanParam @Valid PageRequest page) {
        return Page.of(
                proposals.about(id, page.after(), page.limit()),
                page.limit(),
                proposal -> new Cursor(proposal.proposedAt, proposal.id),
                ProposalState::of);
    }

    @POST
    @Path("/unsealings")
    @RolesAllowed({"practitioner", "manager", "supervisor"})
    @Operation(summary = "Propose to unseal", description = "A second named worker confirms.")
    @APIResponseSchema(value = Proposed.class, responseCode = "201")
    public RestResponse<Proposed> unseal(UUID id) {
        return RestResponse.status(RestResponse.Status.CREATED, new Proposed(proposals.proposeUnsealing(id)));
    }

    @POST
    @Path("/handovers")
    @RolesAllowed({"practitioner", "manager", "supervisor"})
    @Operation(
            summary = "Propose that another agency becomes responsible",
            description = "Yours stays responsible until one of the people you name takes it.")
    @APIResponseSchema(value = Proposed.class, responseCode = "201")
    public RestResponse<Proposed> handOver(UUID id, @NotNull @Valid Handover request) {
        return RestResponse.status(RestResponse.Status.CREATED, new Proposed(proposals.proposeHandover(id, request)));
    }
}
