package eu.waymark.referral.request;

import eu.waymark.platform.web.http.Versions;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** What is done with a request for information after it was sent, by who is asked and by central authorities. */
@Path(RequestsResource.PATH + "/{id}")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({"practitioner", "supervisor", "manager", "central-authority"})
@Tag(name = "information requests")
public class AnswersResource {

    private final ReceivingRequest receiving;
    private final AnsweringRequest answering;
    private final EscalatingRequest escalating;

    AnswersResource(ReceivingRequest receiving, AnsweringRequest answering, EscalatingRequest escalating) {
        this.receiving = receiving;
        this.answering = answering;
        this.escalating = escalating;
    }

    @POST
    @Path("/receipts")
    @Operation(
            summary = "Confirm that your desk has the request",
            description = "With the hash of the bytes that you saw, so that both sides can prove what was asked.")
    @APIResponse(responseCode = "200", description = "Confirmed, or confirmed before.")
    @APIResponse(responseCode = "403", description = "not-the-asked: another agency is asked.")
    @APIResponse(responseCode = "409", description = "request-hash-differs, or request-illegal-transition.")
    public RestResponse<InformationRequestView> confirmReceipt(UUID id, @Valid @NotNull ConfirmReceipt confirmed) {
        return Versions.tagged(receiving.confirm(id, confirmed));
    }

    @POST
    @Path("/answers")
    @Operation(
            summary = "Answer some questions, or say why they are not answered",
            description =
                    "The rest stays open. An answer to a revoked request is kept and not shown to the asker, and you"
                            + " are told.")
    @APIResponse(responseCode = "200", description = "Kept; the last answer says whether it is shown.")
    @APIResponse(responseCode = "403", description = "not-the-asked: another agency is asked.")
    @APIResponse(
            responseCode = "409",
            description =
                    "request-hash-differs, question-answered, or request-illegal-transition: confirm receipt first.")
    @APIResponse(responseCode = "422", description = "protection-claimed, or invalid fields.")
    public RestResponse<InformationRequestView> answerInformation(UUID id, @Valid @NotNull AnswerInformation given) {
        return Versions.tagged(answering.answer(id, given));
    }

    @POST
    @Path("/refusals")
    @Operation(
            summary = "Refuse what is still open",
            description = "With a coded reason. The asker can take it further.")
    @APIResponse(responseCode = "200", description = "Refused.")
    @APIResponse(responseCode = "403", description = "not-the-asked: another agency is asked.")
    @APIResponse(
            responseCode = "409",
            description = "request-illegal-transition: confirm receipt first, or it has an end.")
    public RestResponse<InformationRequestView> refuseInformation(
            UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Valid @NotNull RefuseRequest refused) {
        return Versions.tagged(receiving.refuse(id, ifMatch, refused));
    }

    @POST
    @Path("/forwardings")
    @Operation(
            summary = "Pass a request on to the authority that should have been asked",
            description = "Within your country. That authority and the asker are told; the deadline stays.")
    @APIResponse(responseCode = "200", description = "Forwarded; you see that you did, and no content.")
    @APIResponse(responseCode = "403", description = "not-the-asked: another agency is asked.")
    @APIResponse(
            responseCode = "409",
            description = "request-illegal-transition: a part is answered, or it has an end.")
    @APIResponse(responseCode = "422", description = "unknown-agency, recipient-cannot-answer, or invalid fields.")
    public RestResponse<InformationRequestView> forwardInformation(
            UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Valid @NotNull ForwardRequest forwarded) {
        return Versions.tagged(receiving.forward(id, ifMatch, forwarded));
    }

    @POST
    @Path("/escalations")
    @Operation(
            summary = "Take a refusal, or silence past the deadline, to the central authority",
            description = "For the asker, once: to the recipient's, or to your own where the recipient is that itself.")
    @APIResponse(responseCode = "200", description = "The central authority decides.")
    @APIResponse(responseCode = "403", description = "not-the-asker: your agency is asked.")
    @APIResponse(
            responseCode = "409",
            description = "request-illegal-transition: neither refused nor overdue, or done.")
    @APIResponse(responseCode = "422", description = "no-central-authority.")
    public RestResponse<InformationRequestView> escalateInformation(
            UUID id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        return Versions.tagged(escalating.escalate(id, ifMatch));
    }

    @POST
    @Path("/escalations/decisions")
    @Operation(
            summary = "Decide an escalation as the central authority",
            description = "Uphold the refusal, or reopen the request: then it is asked anew, and both sides are told.")
    @APIResponse(responseCode = "200", description = "Decided.")
    @APIResponse(responseCode = "403", description = "not-the-asked: it was not taken to your agency.")
    @APIResponse(responseCode = "409", description = "request-illegal-transition: it is decided already.")
    public RestResponse<InformationRequestView> decideInformationEscalation(
            UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Valid @NotNull DecideEscalation decided) {
        return Versions.tagged(escalating.decide(id, ifMatch, decided));
    }
}
