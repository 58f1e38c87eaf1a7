package eu.waymark.register.transfer;

import eu.waymark.platform.web.http.Versions;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** Where the holder of an entry proposes a transfer. */
@Produces(MediaType.APPLICATION_JSON)
@Path("/api/register/v1/entries/{id}/transfers")
@Tag(name = "transfers")
public class ProposalsResource {

    private static final String REASONS = "child-moved|placement|family-request|court-order";

    private final ProposingTransfer proposing;

    ProposalsResource(ProposingTransfer proposing) {
        this.proposing = proposing;
    }

    /** Who is to become responsible, and why. */
    @Schema(examples = "{\"toAgency\":\"GB-LEEDS\",\"reason\":\"child-moved\"}")
    public record NewTransfer(
            @NotNull @Pattern(regexp = "[A-Z]{2}-[A-Z0-9-]{1,30}", message = "must be an agency code")
            String toAgency,

            @NotNull @Pattern(regexp = REASONS, message = "must be one of " + REASONS)
            String reason) {}

    @POST
    @RolesAllowed({"practitioner", "manager", "central-authority"})
    @Operation(
            summary = "Propose that another agency of your country become responsible",
            description = "Your agency stays responsible until the other one accepts.")
    @APIResponseSchema(value = TransferView.class, responseCode = "201")
    public RestResponse<TransferView> propose(UUID id, @NotNull @Valid NewTransfer request) {
        var transfer = proposing.propose(id, request);
        return RestResponse.ResponseBuilder.create(RestResponse.Status.CREATED, transfer)
                .location(URI.create(TransfersResource.PATH + "/" + transfer.id()))
                .tag(Versions.tag(transfer.version()))
                .build();
    }
}
