package eu.waymark.referral.rule;

import eu.waymark.platform.web.caller.PurposeFree;
import eu.waymark.platform.web.paging.Cursor;
import eu.waymark.platform.web.paging.Page;
import eu.waymark.platform.web.paging.PageRequest;
import eu.waymark.referral.rule.RuleViews.ProposalView;
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
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Proposed rule documents: for registrars, and for those who watch them. */
@Path(RuleProposalsResource.PATH)
@Produces(MediaType.APPLICATION_JSON)
@PurposeFree
@Tag(name = "rules")
public class RuleProposalsResource {

    static final String PATH = "/api/referral/v1/rules/proposals";

    private static final String REGISTRAR = "registrar";
    private static final String COMPLIANCE = "compliance";

    private final RuleProposals proposals;
    private final ChangingRules changing;

    RuleProposalsResource(RuleProposals proposals, ChangingRules changing) {
        this.proposals = proposals;
        this.changing = changing;
    }

    @Schema(name = "RuleRefusal", examples = "{\"reason\":\"The source says 42 days, not 45.\"}")
    record Refusal(@NotBlank @Size(max = 500) String reason) {}

    @GET
    @RolesAllowed({REGISTRAR, COMPLIANCE})
    @Operation(summary = "Proposed and decided rule documents, newest first")
    @APIResponse(responseCode = "200", description = "One page.")
    public Page<ProposalView> listRuleProposals(@Valid @BeanParam PageRequest page) {
        return Page.of(
                proposals.newest(page), page.limit(), one -> new Cursor(one.proposedAt, one.id), proposals::view);
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({REGISTRAR, COMPLIANCE})
    @Operation(summary = "One proposal, rule by rule against what is in force")
    @APIResponse(responseCode = "200", description = "The proposal.")
    public ProposalView readRuleProposal(UUID id) {
        return proposals.view(proposals.require(id));
    }

    @POST
    @Path("/{id}/confirmations")
    @RolesAllowed(REGISTRAR)
    @Operation(
            summary = "Confirm what another registrar proposed",
            description = "It is in force at once or from its day on, at every replica and in the register.")
    @APIResponse(responseCode = "200", description = "Published.")
    @APIResponse(responseCode = "403", description = "second-registrar-needed: you proposed it.")
    @APIResponse(responseCode = "409", description = "stale-proposal, proposal-decided.")
    public ProposalView confirmRules(UUID id) {
        return changing.confirm(id);
    }

    @POST
    @Path("/{id}/refusals")
    @RolesAllowed(REGISTRAR)
    @Operation(summary = "Refuse what another registrar proposed, with a reason")
    @APIResponse(responseCode = "200", description = "Refused.")
    @APIResponse(responseCode = "409", description = "proposal-decided.")
    public ProposalView refuseRules(UUID id, @Valid @NotNull Refusal refusal) {
        return changing.refuse(id, refusal.reason());
    }

    @POST
    @Path("/{id}/withdrawals")
    @RolesAllowed(REGISTRAR)
    @Operation(summary = "Withdraw what you proposed")
    @APIResponse(responseCode = "200", description = "Withdrawn.")
    @APIResponse(responseCode = "409", description = "proposal-decided.")
    public ProposalView withdrawRules(UUID id) {
        return changing.withdraw(id);
    }
}
