package eu.waymark.register.disclosure;

import com.fasterxml.jackson.annotation.JsonInclude;
import eu.waymark.platform.persistence.audit.AuditedWork;
import eu.waymark.platform.web.Personal;
import eu.waymark.platform.web.http.Versioned;
import eu.waymark.platform.web.http.Versions;
import eu.waymark.platform.web.paging.Cursor;
import eu.waymark.platform.web.paging.Page;
import eu.waymark.platform.web.paging.PageRequest;
import eu.waymark.register.RegisterEvent;
import eu.waymark.register.entry.ReadingAsHolder;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Decisions not to share. */
@Produces(MediaType.APPLICATION_JSON)
@Path(WithholdingsResource.PATH)
@Tag(name = "disclosures")
public class WithholdingsResource {

    static final String PATH = "/api/register/v1/disclosures/withheld";

    private static final String REASONS = "transmission-creates-danger|no-legal-basis|not-necessary"
            + "|court-order-forbids|child-objects|investigation-endangered|third-party-rights";

    private final DecidingNotToShare deciding;
    private final Withholdings withholdings;
    private final ReadingAsHolder reading;
    private final AuditedWork audited;

    WithholdingsResource(
            DecidingNotToShare deciding, Withholdings withholdings, ReadingAsHolder reading, AuditedWork audited) {
        this.deciding = deciding;
        this.withholdings = withholdings;
        this.reading = reading;
        this.audited = audited;
    }

    /** With whom not, what not, and why. Without country and agency: with nobody; without sections: nothing. */
    @Schema(name = "NewWithholding", examples = """
            {"entryId":"b7b8d5a4-7c1f-4f0b-9b6c-2f0d4a0e6a11","country":"FR","reason":"transmission-creates-danger",
             "reasoning":"The father's brother works for the council that would receive it."}""")
    public record NewWithholding(
            @NotNull UUID entryId,

            @Pattern(regexp = "[A-Z]{2}", message = "must be an ISO 3166-1 alpha-2 code") @Nullable
            String country,

            @Pattern(regexp = "[A-Z]{2}-[A-Z0-9-]{1,30}", message = "must be an agency code") @Nullable
            String agency,

            @Size(max = 6) @Nullable
            List<@NotNull @Pattern(regexp = Section.CODES, message = "must be one of " + Section.CODES) String>
                    sections,

            @NotNull @Pattern(regexp = REASONS, message = "must be one of " + REASONS)
            String reason,

            @NotBlank @Size(max = 2000) String reasoning)
            implements Personal {

        @Override
        public String toString() {
            return REDACTED;
        }
    }

    /** A decision not to share, with its reasoning where it is read alone. */
    @Schema(name = "Withholding")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record WithholdingView(
            UUID id,
            UUID entryId,
            @Nullable String country,
            @Nullable String agency,
            List<String> sections,
            String reason,
            @Nullable String reasoning,
            String decidedBy,
            Instant decidedAt,
            @Nullable Instant endedAt,
            int version)
            implements Personal, Versioned {

        static WithholdingView of(Withholding w, @Nullable String reasoning) {
            return new WithholdingView(
                    w.id,
                    w.entryId,
                    w.fromCountry,
                    w.fromAgency,
                    w.sections,
                    w.reason,
                    reasoning,
                    w.deciderName,
                    w.decidedAt,
                    w.endedAt,
                    w.version);
        }

        @Override
        public String toString() {
            return REDACTED;
        }
    }

    @POST
    @RolesAllowed({"practitioner", "manager", "supervisor"})
    @Operation(
            summary = "Record a decision not to share, whether or not anybody has asked",
            description =
                    "While it stands no agreement discloses by itself, and who asks is told to contact the central"
                            + " authority until you decide on the request.")
    @APIResponseSchema(value = WithholdingView.class, responseCode = "201")
    public RestResponse<WithholdingView> record(@NotNull @Valid NewWithholding request) {
        var decision = deciding.record(request);
        return RestResponse.ResponseBuilder.create(RestResponse.Status.CREATED, decision)
                .location(URI.create(PATH + "/" + decision.id()))
                .tag(Versions.tag(decision.version()))
                .build();
    }

    @GET
    @RolesAllowed({"practitioner", "manager", "supervisor"})
    @Operation(summary = "Your agency's decisions not to share, newest first; without reasoning")
    public Page<WithholdingView> list(
            @Parameter(description = "Only those that still stand.") @QueryParam("standing") @DefaultValue("false")
                    boolean standing,
            @BeanParam @Valid PageRequest page) {
        return audited.run(RegisterEvent.WITHHOLDINGS_LISTED, trail -> {
            reading.require();
            var rows = withholdings.own(standing, page.after(), page.limit(), trail);
            return Page.of(rows, page.limit(), w -> new Cursor(w.decidedAt, w.id), w -> WithholdingView.of(w, null));
        });
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({"practitioner", "manager", "supervisor"})
    @Operation(summary = "One decision not to share, with its reasoning")
    @APIResponseSchema(value = WithholdingView.class, responseCode = "200")
    public RestResponse<WithholdingView> read(UUID id) {
        return Versions.tagged(deciding.read(id));
    }

    @POST
    @Path("/{id}/end")
    @RolesAllowed({"practitioner", "manager", "supervisor"})
    @Operation(summary = "End a decision not to share; it stays on record")
    @APIResponseSchema(value = WithholdingView.class, responseCode = "200")
    public RestResponse<WithholdingView> end(UUID id, @HeaderParam("If-Match") @Nullable String ifMatch) {
        return Versions.tagged(deciding.end(id, ifMatch));
    }
}
