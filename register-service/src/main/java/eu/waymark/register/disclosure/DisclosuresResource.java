package eu.waymark.register.disclosure;

import eu.waymark.platform.persistence.audit.AuditedWork;
import eu.waymark.platform.web.Personal;
import eu.waymark.platform.web.http.Versions;
import eu.waymark.platform.web.paging.Cursor;
import eu.waymark.platform.web.paging.Page;
import eu.waymark.platform.web.paging.PageRequest;
import eu.waymark.platform.web.problem.CommonProblem;
import eu.waymark.register.RegisterEvent;
import eu.waymark.register.disclosure.Decisions.RecordedDecision;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Content after a lawful request, decided by the holder. */
@Produces(MediaType.APPLICATION_JSON)
@Path(DisclosuresResource.PATH)
@Tag(name = "disclosures", description = "Content after a lawful request, decided by the holder")
public class DisclosuresResource {

    static final String PATH = "/api/register/v1/disclosures";

    private static final String REASONS =
            "not-the-child|no-legal-basis|not-necessary|transmission-creates-danger|contact-central-authority|court-order-forbids"
                    + "|no-longer-necessary|shared-by-mistake";

    private static final String STATUS = "requested|accepted|refused|revoked";
    private static final String DECISIONS = "accept|refuse|change|revoke|share-again";

    private final RequestingDisclosure requesting;
    private final DecidingDisclosure deciding;
    private final EscalatingDisclosure escalating;
    private final Disclosures disclosures;
    private final AuditedWork audited;

    DisclosuresResource(
            RequestingDisclosure requesting,
            DecidingDisclosure deciding,
            EscalatingDisclosure escalating,
            Disclosures disclosures,
            AuditedWork audited) {
        this.requesting = requesting;
        this.deciding = deciding;
        this.escalating = escalating;
        this.disclosures = disclosures;
        this.audited = audited;
    }

    /** Which confirmed match content is wanted for. Basis and purpose are stated in the headers. */
    @Schema(examples = "{\"handle\":\"f1f6e0f4-3a57-4b7b-a7d9-2a6b1a0d7c55\"}")
    public record NewDisclosure(@NotNull UUID handle) {}

    /**
     * The holder's decision. A refusal and a revocation give a coded reason; what is shared is named by its sections, with why
     * the asker needs it.
     */
    @Schema(
            examples = {
                "{\"decision\":\"refuse\",\"reason\":\"contact-central-authority\"}",
                "{\"decision\":\"accept\",\"sections\":[\"measure\",\"risk\"],\"necessity\":\"Lyon assesses the same child.\"}"
            })
    public record Decision(
            @NotNull @Pattern(regexp = DECISIONS, message = "must be one of " + DECISIONS)
            String decision,

            @Size(max = 6) @Nullable
            List<@NotNull @Pattern(regexp = Section.CODES, message = "must be one of " + Section.CODES) String>
                    sections,

            @Size(min = 1, max = 500) @Nullable String necessity,

            @Pattern(regexp = REASONS, message = "must be one of " + REASONS) @Nullable
            String reason)
            implements Personal {

        String requiredReason() {
            if (reason == null) {
                throw CommonProblem.INVALID_FIELDS
                        .because("A refusal or revocation gives its reason.")
                        .at("reason", "must be one of " + REASONS);
            }
            return reason;
        }

        String requiredNecessity() {
            if (necessity == null || necessity.isBlank()) {
                throw CommonProblem.INVALID_FIELDS
                        .because("Each share says why the asker needs it.")
                        .at("necessity", "must say why the asker needs it");
            }
            return necessity;
        }

        /** Those named; where none is, the summary. */
        List<String> told() {
            return sections == null || sections.isEmpty() ? Section.summary() : Section.ordered(sections);
        }

        @Override
        public String toString() {
            return REDACTED;
        }
    }

    @POST
    @RolesAllowed({"practitioner", "central-authority"})
    @Operation(
            summary = "Ask the holder for content",
            description =
                    "For a hit, or a possible match that you confirmed, on the legal basis named in the header Legal-Basis.")
    @APIResponseSchema(value = DisclosureView.class, responseCode = "201")
    public RestResponse<DisclosureView> request(@NotNull @Valid NewDisclosure request) {
        var disclosure = requesting.request(request.handle());
        return RestResponse.ResponseBuilder.create(RestResponse.Status.CREATED, disclosure)
                .location(URI.create(PATH + "/" + disclosure.id()))
                .tag(Versions.tag(disclosure.version()))
                .build();
    }

    @GET
    @RolesAllowed({"practitioner", "manager", "supervisor", "central-authority"})
    @Operation(summary = "Disclosures that your agency asked for or decides on, newest first; without content")
    public Page<DisclosureView> list(
            @Parameter(description = "Only those that stand so, as the holder sees it.")
                    @QueryParam("status")
                    @Pattern(regexp = STATUS, message = "must be one of " + STATUS)
                    @Nullable
                    String status,
            @BeanParam @Valid PageRequest page) {
        return audited.run(RegisterEvent.DISCLOSURES_LISTED, trail -> {
            var rows = disclosures.involving(Optional.ofNullable(status), page.after(), page.limit());
            disclosures.trace(rows.stream().limit(page.limit()).toList(), trail);
            return Page.of(rows, page.limit(), d -> new Cursor(d.askedAt, d.id), disclosures::listed);
        });
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({"practitioner", "manager", "supervisor", "central-authority"})
    @Operation(summary = "One disclosure; with the content, for the asker, once the holder has accepted")
    @APIResponseSchema(value = DisclosureView.class, responseCode = "200")
    public RestResponse<DisclosureView> read(UUID id) {
        return Versions.tagged(audited.run(
                RegisterEvent.DISCLOSURE_READ, trail -> disclosures.view(disclosures.involving(id, trail))));
    }

    @POST
    @Path("/{id}/decisions")
    @RolesAllowed({"practitioner", "manager", "supervisor"})
    @Operation(
            summary = "Decide as the holder: accept, refuse, change what is shared, revoke, share again",
            description =
                    "Sections are measure, risk, summary, plan-summary, contacts and safe-contact-rules; where none is"
                            + " named the first three. After a revocation the asker reads nothing more, and is told.")
    @APIResponseSchema(value = DisclosureView.class, responseCode = "200")
    public RestResponse<DisclosureView> decide(
            UUID id, @HeaderParam("If-Match") @Nullable String ifMatch, @NotNull @Valid Decision decision) {
        return Versions.tagged(deciding.decide(id, ifMatch, decision));
    }

    @GET
    @Path("/{id}/decisions")
    @RolesAllowed({"practitioner", "manager", "supervisor"})
    @Operation(summary = "Every decision about a request, newest first; for the holder")
    public List<RecordedDecision> decisions(UUID id) {
        return deciding.decisions(id);
    }

    @POST
    @Path("/{id}/escalations")
    @RolesAllowed({"practitioner", "manager", "central-authority"})
    @Operation(
            summary = "Take a refusal to the holder's central authority",
            description =
                    "Once, also where the answer was overdue and the authority knows of it. What the holder refuses"
                            + " again, after the authority had it decide anew, is for the central authority of your own country.")
    @APIResponseSchema(value = DisclosureView.class, responseCode = "200")
    public RestResponse<DisclosureView> escalate(UUID id) {
        return Versions.tagged(escalating.escalate(id));
    }

    /** What the authority decides about a refusal that was taken to it. */
    @Schema(name = "DisclosureEscalationDecision", examples = "{\"decision\":\"reopen\"}")
    public record EscalationDecision(
            @NotNull @Pattern(regexp = "uphold|reopen", message = "must be uphold or reopen")
            String decision) {}

    @POST
    @Path("/{id}/escalations/decisions")
    @RolesAllowed("central-authority")
    @Operation(
            summary = "Decide about a refusal that was taken to your central authority",
            description = "Uphold it, or have the holder decide anew: then its clock starts again. You share nothing"
                    + " yourself. Both sides are told.")
    @APIResponseSchema(value = DisclosureView.class, responseCode = "200")
    public RestResponse<DisclosureView> decideEscalation(
            UUID id, @HeaderParam("If-Match") @Nullable String ifMatch, @NotNull @Valid EscalationDecision decision) {
        return Versions.tagged(
                escalating.decide(id, ifMatch, decision.decision().equals("reopen")));
    }
}
