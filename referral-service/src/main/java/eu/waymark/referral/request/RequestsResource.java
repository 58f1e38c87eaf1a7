package eu.waymark.referral.request;

import eu.waymark.platform.web.caller.PurposeFree;
import eu.waymark.platform.web.http.Versions;
import eu.waymark.platform.web.paging.Page;
import eu.waymark.platform.web.paging.PageRequest;
import io.quarkus.security.Authenticated;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;

/** Requests for information, as the asker makes them and every side reads them. */
@Path(RequestsResource.PATH)
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({"practitioner", "supervisor", "manager", "central-authority"})
@Tag(
        name = "information requests",
        description = "Asked on a law that binds both countries, answered question by question.")
public class RequestsResource {

    static final String PATH = "/api/referral/v1/information-requests";

    private final AskingForInformation asking;
    private final KeepingRequest keeping;
    private final Bases bases;

    RequestsResource(AskingForInformation asking, KeepingRequest keeping, Bases bases) {
        this.asking = asking;
        this.keeping = keeping;
        this.bases = bases;
    }

    @GET
    @Path("/kinds")
    @Authenticated
    @PurposeFree
    @Operation(
            summary = "What can be asked for, on which bases, and who is bound",
            description = "The kinds of the Hague Convention of 1996 and of Brussels IIb. It knows no child.")
    @APIResponse(responseCode = "200", description = "The whole list: it is small, and clients keep it.")
    public InformationKinds listInformationKinds() {
        return bases.all();
    }

    @POST
    @Operation(
            summary = "Ask for information",
            description =
                    "About a child of your agency, on the basis in the header 'Legal-Basis'. The same content from"
                            + " your agency within 24 hours is the same request.")
    @APIResponseSchema(
            value = InformationRequestView.class,
            responseCode = "201",
            responseDescription = "Sent; the recipient is notified.")
    @APIResponse(
            responseCode = "200",
            description = "It was asked before: this is that request.",
            content = @Content(schema = @Schema(implementation = InformationRequestView.class)))
    @APIResponse(responseCode = "400", description = "A malformed request.")
    @APIResponse(responseCode = "403", description = "legal-basis-required, basis-not-in-force, or not permitted.")
    @APIResponse(responseCode = "404", description = "Your agency has no such person record.")
    @APIResponse(responseCode = "410", description = "erased: your agency has had the person record erased.")
    @APIResponse(
            responseCode = "422",
            description = "protection-claimed, clock-skew, unknown-agency, own-agency, recipient-cannot-answer, or"
                    + " invalid fields.")
    public RestResponse<InformationRequestView> askForInformation(
            @HeaderParam("Legal-Basis") @Schema(examples = Examples.BASIS) @Nullable String legalBasis,
            @Valid @NotNull AskForInformation request) {
        var sent = asking.ask(request);
        return ResponseBuilder.create(
                        sent.isNew() ? RestResponse.Status.CREATED : RestResponse.Status.OK, sent.request())
                .location(URI.create(PATH + "/" + sent.request().id()))
                .tag(Versions.tag(sent.request().version()))
                .build();
    }

    @GET
    @Operation(summary = "List your agency's requests", description = "Newest first, without their texts.")
    @APIResponse(responseCode = "200", description = "One page.")
    public Page<RequestSummary> listInformationRequests(
            @BeanParam RequestFilter filter, @Valid @BeanParam PageRequest page) {
        return keeping.page(filter, page);
    }

    @GET
    @Path("/{id}")
    @Operation(
            summary = "Read a request",
            description =
                    "For who asked, who is asked, the central authority that it was taken to; and, without content,"
                            + " for who forwarded it.")
    @APIResponse(responseCode = "200", description = "The request; 'ETag' is its version.")
    public RestResponse<InformationRequestView> readInformationRequest(UUID id) {
        return Versions.tagged(keeping.one(id));
    }

    @GET
    @Path("/{id}/message")
    @Operation(
            summary = "The request as it was sent, byte for byte",
            description = "Canonical JSON (RFC 8785). Its SHA-256 is the hash in receipts and answers.")
    @APIResponse(
            responseCode = "200",
            description = "The canonical bytes.",
            content = @Content(schema = @Schema(type = SchemaType.OBJECT)))
    public String readInformationMessage(UUID id) {
        return keeping.message(id);
    }

    @POST
    @Path("/{id}/revocations")
    @Operation(
            summary = "Take a request back",
            description =
                    "For the asker, while it is open. The recipient is told; an answer that comes all the same is kept"
                            + " and not shown.")
    @APIResponse(responseCode = "200", description = "Revoked.")
    @APIResponse(responseCode = "403", description = "not-the-asker: your agency is asked.")
    @APIResponse(responseCode = "409", description = "request-illegal-transition: it has an end already.")
    public RestResponse<InformationRequestView> revokeInformationRequest(
            UUID id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        return Versions.tagged(keeping.revoke(id, ifMatch));
    }

    @POST
    @Path("/{id}/readings")
    @Operation(summary = "Confirm that you have read what has come", description = "It leaves the asker's worklist.")
    @APIResponse(responseCode = "200", description = "Confirmed, or confirmed before.")
    @APIResponse(responseCode = "403", description = "not-the-asker: your agency is asked.")
    public RestResponse<InformationRequestView> noteInformation(UUID id) {
        return Versions.tagged(keeping.note(id));
    }
}
