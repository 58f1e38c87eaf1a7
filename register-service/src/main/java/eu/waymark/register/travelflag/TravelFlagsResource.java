package eu.waymark.register.travelflag;

import eu.waymark.platform.persistence.audit.AuditedWork;
import eu.waymark.platform.web.Personal;
import eu.waymark.platform.web.http.Versions;
import eu.waymark.platform.web.paging.Cursor;
import eu.waymark.platform.web.paging.Page;
import eu.waymark.platform.web.paging.PageRequest;
import eu.waymark.platform.web.problem.Unreadable;
import eu.waymark.register.RegisterEvent;
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
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Preventive travel flags. */
@Produces(MediaType.APPLICATION_JSON)
@Path(TravelFlagsResource.PATH)
@Tag(name = "travel-flags", description = "A child must not be taken out of the country")
public class TravelFlagsResource {

    static final String PATH = "/api/register/v1/travel-flags";

    private static final String GROUNDS = "forced-marriage|fgm|abduction|trafficking|court-order|other";
    private static final String REFERENCE = "[A-Za-z0-9][A-Za-z0-9._/ -]{0,59}";
    private static final String NO_DATE = "must be the last day: a flag without an end is none";
    private static final String NOBODY = "must name who decided";

    private final DecidingTravelFlag deciding;
    private final CheckingTravelFlag checking;
    private final TravelFlags flags;
    private final AuditedWork audited;

    TravelFlagsResource(
            DecidingTravelFlag deciding, CheckingTravelFlag checking, TravelFlags flags, AuditedWork audited) {
        this.deciding = deciding;
        this.checking = checking;
        this.flags = flags;
        this.audited = audited;
    }

    /** Who decided that a child must not leave, why, and until when. The pointer is a number, never a copy. */
    @Schema(examples = """
            {"entryId":"b7b8d5a4-7c1f-4f0b-9b6c-2f0d4a0e6a11","ground":"forced-marriage","decisionMaker":"Family Court at Leeds",
             "courtReference":"LS26P00117","pointer":"GB-2026-4711","startsOn":"2026-11-20","endsOn":"2027-05-20"}""")
    public record NewTravelFlag(
            @NotNull UUID entryId,

            @NotNull @Pattern(regexp = GROUNDS, message = "must be one of " + GROUNDS)
            String ground,

            @NotBlank(message = NOBODY, payload = Unreadable.class) @Size(max = 200)
            String decisionMaker,

            @Pattern(regexp = REFERENCE, message = "must be a reference of the court") @Nullable
            String courtReference,

            @Pattern(regexp = REFERENCE, message = "must be a number of the police") @Nullable
            String pointer,

            @NotNull LocalDate startsOn,

            @NotNull(message = NO_DATE, payload = Unreadable.class)
            LocalDate endsOn)
            implements Personal {

        @Override
        public String toString() {
            return REDACTED;
        }
    }

    /** Until when a flag goes on, and why. */
    @Schema(
            name = "TravelFlagRenewal",
            examples =
                    "{\"decisionMaker\":\"Family Court at Leeds\",\"endsOn\":\"2027-11-20\",\"reasons\":\"The wedding is planned anew.\"}")
    public record Renewal(
            @NotBlank(message = NOBODY, payload = Unreadable.class) @Size(max = 200)
            String decisionMaker,

            @NotNull(message = NO_DATE, payload = Unreadable.class)
            LocalDate endsOn,

            @NotBlank(message = "must say why the flag goes on") @Size(max = 1000)
            String reasons)
            implements Personal {

        @Override
        public String toString() {
            return REDACTED;
        }
    }

    /** Who decided that the flag ends, and why. */
    @Schema(
            name = "TravelFlagWithdrawal",
            examples = "{\"decisionMaker\":\"Family Court at Leeds\",\"reasons\":\"The order was discharged.\"}")
    public record Withdrawal(
            @NotBlank(message = NOBODY, payload = Unreadable.class) @Size(max = 200)
            String decisionMaker,

            @NotBlank(message = "must say why the flag ends") @Size(max = 1000)
            String reasons)
            implements Personal {

        @Override
        public String toString() {
            return REDACTED;
        }
    }

    /** Who supports the young adult from now on, and what was agreed with them. */
    @Schema(
            name = "TravelFlagHandover",
            examples =
                    "{\"to\":\"Leaving care team\",\"agreed\":\"She keeps the number of the helpline and her passport.\"}")
    public record Handover(
            @NotBlank @Size(max = 200) String to,
            @NotBlank @Size(max = 1000) String agreed) implements Personal {

        @Override
        public String toString() {
            return REDACTED;
        }
    }

    /** Which confirmed match of a check. */
    @Schema(name = "TravelFlagQuestion", examples = "{\"handle\":\"f1f6e0f4-3a57-4b7b-a7d9-2a6b1a0d7c55\"}")
    public record Question(@NotNull UUID handle) {}

    @POST
    @RolesAllowed({"practitioner", "manager", "supervisor"})
    @Operation(
            summary = "Set a travel flag for a child of your agency's",
            description = "400 without an end or without who decided.")
    @APIResponseSchema(value = TravelFlagView.class, responseCode = "201")
    public RestResponse<TravelFlagView> set(@NotNull @Valid NewTravelFlag request) {
        var flag = deciding.set(request);
        return RestResponse.ResponseBuilder.create(RestResponse.Status.CREATED, flag)
                .location(URI.create(PATH + "/" + flag.id()))
                .tag(Versions.tag(flag.version()))
                .build();
    }

    @POST
    @Path("/checks")
    @RolesAllowed({"practitioner", "central-authority"})
    @Operation(
            summary = "Is the child of a confirmed match flagged, and whom to call?",
            description = "For CP-EMERGENCY, CP-MISSING and CP-TRAFFICKING; nothing else of the flag is told.")
    public CheckingTravelFlag.Flagged check(@NotNull @Valid Question question) {
        return checking.check(question.handle());
    }

    @GET
    @RolesAllowed({"practitioner", "manager", "supervisor"})
    @Operation(summary = "Travel flags of your agency's children, newest first")
    public Page<TravelFlagView> list(
            @Parameter(description = "Only those that have neither ended nor been withdrawn.")
                    @QueryParam("inForce")
                    @DefaultValue("false")
                    boolean inForce,
            @BeanParam @Valid PageRequest page) {
        return audited.run(RegisterEvent.TRAVEL_FLAGS_LISTED, trail -> {
            var rows = flags.read(inForce, page.after(), page.limit(), trail);
            return Page.of(rows, page.limit(), f -> new Cursor(f.writtenAt, f.id), flags::listed);
        });
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({"practitioner", "manager", "supervisor"})
    @Operation(summary = "One travel flag, with what became of it")
    @APIResponseSchema(value = TravelFlagView.class, responseCode = "200")
    public RestResponse<TravelFlagView> read(UUID id) {
        return Versions.tagged(audited.run(RegisterEvent.TRAVEL_FLAG_READ, trail -> flags.view(flags.read(id, trail))));
    }

    @POST
    @Path("/{id}/renewals")
    @RolesAllowed({"practitioner", "manager", "supervisor"})
    @Operation(summary = "Renew a flag, with reasons")
    @APIResponseSchema(value = TravelFlagView.class, responseCode = "200")
    public RestResponse<TravelFlagView> renew(
            UUID id, @HeaderParam("If-Match") @Nullable String ifMatch, @NotNull @Valid Renewal request) {
        return Versions.tagged(deciding.renew(id, ifMatch, request));
    }

    @POST
    @Path("/{id}/withdrawal")
    @RolesAllowed({"practitioner", "manager", "supervisor"})
    @Operation(summary = "Withdraw a flag by decision")
    @APIResponseSchema(value = TravelFlagView.class, responseCode = "200")
    public RestResponse<TravelFlagView> withdraw(
            UUID id, @HeaderParam("If-Match") @Nullable String ifMatch, @NotNull @Valid Withdrawal request) {
        return Versions.tagged(deciding.withdraw(id, ifMatch, request));
    }

    @POST
    @Path("/{id}/handover")
    @RolesAllowed({"practitioner", "manager", "supervisor"})
    @Operation(summary = "Record the supported handover of a young adult whose flag has fallen")
    @APIResponseSchema(value = TravelFlagView.class, responseCode = "200")
    public RestResponse<TravelFlagView> handOver(
            UUID id, @HeaderParam("If-Match") @Nullable String ifMatch, @NotNull @Valid Handover request) {
        return Versions.tagged(deciding.handOver(id, ifMatch, request));
    }
}
