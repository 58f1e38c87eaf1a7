package eu.waymark.register.change;

import eu.waymark.platform.web.caller.PurposeFree;
import eu.waymark.platform.web.paging.Cursor;
import eu.waymark.platform.web.paging.Page;
import eu.waymark.platform.web.paging.PageRequest;
import eu.waymark.platform.web.problem.CommonProblem;
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
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Proposed changes of directory, policies and rules: for registrars, and for those who watch them. They name no child. */
@Produces(MediaType.APPLICATION_JSON)
@Path(ChangesResource.PATH)
@PurposeFree
@Tag(name = "directory", description = "Agencies, desks, measures, agreements and code lists")
public class ChangesResource {

    public static final String PATH = "/api/register/v1/directory-changes";

    private static final String REGISTRAR = "registrar";
    private static final String COMPLIANCE = "compliance";

    private final Changes changes;
    private final Deciding deciding;

    ChangesResource(Changes changes, Deciding deciding) {
        this.changes = changes;
        this.deciding = deciding;
    }

    /** Why a proposal is refused. */
    @Schema(name = "ChangeRefusal", examples = "{\"reason\":\"The telephone number is the old one.\"}")
    public record Refusal(@NotBlank @Size(max = 500) String reason) {}

    @GET
    @RolesAllowed({REGISTRAR, COMPLIANCE})
    @Operation(summary = "Proposed and decided changes, newest first: who, when, what before and after")
    public Page<ChangeView> list(@BeanParam @Valid ChangesQuery query, @BeanParam @Valid PageRequest page) {
        return Page.of(changes.newest(query, page), page.limit(), c -> new Cursor(c.proposedAt, c.id), changes::view);
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({REGISTRAR, COMPLIANCE})
    @Operation(summary = "One change, with its differences")
    public ChangeView read(UUID id) {
        return changes.findByIdOptional(id)
                .map(changes::view)
                .orElseThrow(() -> CommonProblem.NOT_FOUND.because("There is no such proposal."));
    }

    @POST
    @Path("/{id}/confirmations")
    @RolesAllowed(REGISTRAR)
    @Operation(
            summary = "Confirm what another registrar proposed; it takes effect at once",
            description = "409 'stale-proposal' where the thing has changed since it was proposed.")
    public ChangeView confirm(UUID id) {
        return deciding.confirm(id);
    }

    @POST
    @Path("/{id}/refusals")
    @RolesAllowed(REGISTRAR)
    @Operation(summary = "Refuse what another registrar proposed, with a reason")
    public ChangeView refuse(UUID id, @NotNull @Valid Refusal refusal) {
        return deciding.refuse(id, refusal.reason());
    }

    @POST
    @Path("/{id}/withdrawals")
    @RolesAllowed(REGISTRAR)
    @Operation(summary = "Withdraw what you proposed")
    public ChangeView withdraw(UUID id) {
        return deciding.withdraw(id);
    }
}
