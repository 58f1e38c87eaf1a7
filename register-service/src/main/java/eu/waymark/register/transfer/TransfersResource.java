package eu.waymark.register.transfer;

import eu.waymark.platform.persistence.audit.AuditedWork;
import eu.waymark.platform.web.http.Versions;
import eu.waymark.platform.web.paging.Cursor;
import eu.waymark.platform.web.paging.Page;
import eu.waymark.platform.web.paging.PageRequest;
import eu.waymark.platform.web.problem.CommonProblem;
import eu.waymark.register.RegisterEvent;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Transfers of responsibility between agencies of one country. */
@Produces(MediaType.APPLICATION_JSON)
@Path(TransfersResource.PATH)
@Tag(name = "transfers", description = "Responsibility passes by acceptance, and never before")
public class TransfersResource {

    static final String PATH = "/api/register/v1/transfers";

    private static final String REJECTIONS =
            "child-not-here|information-missing|wrong-authority|conference-refused|no-legal-ground";
    private static final String WITHDRAWALS = "child-returned|moved-abroad|proposed-by-mistake|child-in-danger";

    private final ReceivingTransfer receiving;
    private final WithdrawingTransfer withdrawing;
    private final Transfers transfers;
    private final AuditedWork audited;

    TransfersResource(
            ReceivingTransfer receiving, WithdrawingTransfer withdrawing, Transfers transfers, AuditedWork audited) {
        this.receiving = receiving;
        this.withdrawing = withdrawing;
        this.transfers = transfers;
        this.audited = audited;
    }

    /** The receiving agency's decision: an acceptance names the conference, a rejection its reason. */
    @Schema(
            name = "TransferDecision",
            examples = {
                "{\"decision\":\"accept\",\"conferenceOn\":\"2026-11-20\"}",
                "{\"decision\":\"reject\",\"reason\":\"child-not-here\"}"
            })
    public record Decision(
            @NotNull @Pattern(regexp = "accept|reject", message = "must be accept or reject")
            String decision,

            @Nullable LocalDate conferenceOn,

            @Pattern(regexp = REJECTIONS, message = "must be one of " + REJECTIONS) @Nullable
            String reason) {

        boolean isAcceptance() {
            return decision.equals("accept");
        }

        LocalDate requiredConference() {
            if (conferenceOn == null) {
                throw CommonProblem.INVALID_FIELDS
                        .because("The conference that accepts is named by its day.")
                        .at("conferenceOn", "must be the day of the transfer-in conference");
            }
            return conferenceOn;
        }

        String requiredReason() {
            if (reason == null) {
                throw CommonProblem.INVALID_FIELDS
                        .because("A rejection gives its reason.")
                        .at("reason", "must be one of " + REJECTIONS);
            }
            return reason;
        }
    }

    /** Why the holder takes a proposal back. */
    @Schema(examples = "{\"reason\":\"child-returned\"}")
    public record Withdrawal(
            @NotNull @Pattern(regexp = WITHDRAWALS, message = "must be one of " + WITHDRAWALS)
            String reason) {}

    @GET
    @RolesAllowed({"practitioner", "manager", "supervisor", "central-authority"})
    @Operation(
            summary = "Transfers to or from your agency, newest first; without content",
            description = "Those that you may read for your purpose as what your agency is to the child: responsible,"
                    + " responsible before, or asked to become so.")
    public Page<TransferView> list(@BeanParam @Valid TransfersQuery query, @BeanParam @Valid PageRequest page) {
        return audited.run(RegisterEvent.TRANSFERS_LISTED, trail -> {
            var rows = transfers.involving(query, page.after(), page.limit());
            transfers.trace(rows.stream().limit(page.limit()).toList(), trail);
            return Page.of(rows, page.limit(), t -> new Cursor(t.proposedAt, t.id), transfers::listed);
        });
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({"practitioner", "manager", "supervisor", "central-authority"})
    @Operation(
            summary = "One transfer",
            description = "To the receiving agency without child and place, until a worker has confirmed reception.")
    @APIResponseSchema(value = TransferView.class, responseCode = "200")
    public RestResponse<TransferView> read(UUID id) {
        return Versions.tagged(
                audited.run(RegisterEvent.TRANSFER_READ, trail -> transfers.view(transfers.read(id, trail))));
    }

    @POST
    @Path("/{id}/reception")
    @RolesAllowed({"practitioner", "manager", "supervisor"})
    @Operation(
            summary = "Take it, as the worker who will see whom it is about",
            description = "Your agency is not yet responsible.")
    @APIResponseSchema(value = TransferView.class, responseCode = "200")
    public RestResponse<TransferView> receive(UUID id, @HeaderParam("If-Match") @Nullable String ifMatch) {
        return Versions.tagged(receiving.receive(id, ifMatch));
    }

    @POST
    @Path("/{id}/decisions")
    @RolesAllowed({"practitioner", "manager", "supervisor"})
    @Operation(
            summary = "Accept or reject, as the receiving agency",
            description = "Acceptance makes your agency the holder at once.")
    @APIResponseSchema(value = TransferView.class, responseCode = "200")
    public RestResponse<TransferView> decide(
            UUID id, @HeaderParam("If-Match") @Nullable String ifMatch, @NotNull @Valid Decision decision) {
        return Versions.tagged(receiving.decide(id, ifMatch, decision));
    }

    @POST
    @Path("/{id}/withdrawal")
    @RolesAllowed({"practitioner", "manager", "central-authority"})
    @Operation(summary = "Take an undecided proposal back, as the holder")
    @APIResponseSchema(value = TransferView.class, responseCode = "200")
    public RestResponse<TransferView> withdraw(
            UUID id, @HeaderParam("If-Match") @Nullable String ifMatch, @NotNull @Valid Withdrawal withdrawal) {
        return Versions.tagged(withdrawing.withdraw(id, ifMatch, withdrawal.reason()));
    }
}
