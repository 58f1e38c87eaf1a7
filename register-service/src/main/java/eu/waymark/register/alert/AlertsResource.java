package eu.waymark.register.alert;

import eu.waymark.platform.persistence.audit.AuditedWork;
import eu.waymark.platform.web.http.Versions;
import eu.waymark.platform.web.paging.Cursor;
import eu.waymark.platform.web.paging.Page;
import eu.waymark.platform.web.paging.PageRequest;
import eu.waymark.register.RegisterEvent;
import eu.waymark.register.addressee.Place;
import jakarta.annotation.security.RolesAllowed;
import jakarta.persistence.LockModeType;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
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
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Alerts for missing children and those at risk, and de-alerts. */
@Produces(MediaType.APPLICATION_JSON)
@Path(AlertsResource.PATH)
@Tag(name = "alerts", description = "Look out for a child; and, heard by everybody who was asked to, that it is safe")
public class AlertsResource {

    static final String PATH = "/api/register/v1/alerts";

    private static final String KINDS = "missing|at-risk|being-taken-abroad";
    private static final String ACTIONS =
            "locate|check-welfare|keep-safe|stop-at-border|call-desk|tell-carers|do-not-approach";
    private static final String OUTCOMES = "safe-and-seen|no-longer-needed|raised-by-mistake";

    private final RaisingAlert raising;
    private final AnsweringAlert answering;
    private final Alerts alerts;
    private final AuditedWork audited;

    AlertsResource(RaisingAlert raising, AnsweringAlert answering, Alerts alerts, AuditedWork audited) {
        this.raising = raising;
        this.answering = answering;
        this.alerts = alerts;
        this.audited = audited;
    }

    /** Whom to look out for, who, what is expected of them, and until when. */
    @Schema(examples = """
            {"entryId":"b7b8d5a4-7c1f-4f0b-9b6c-2f0d4a0e6a11","kind":"missing","to":[{"country":"FR"}],
             "actions":["locate","call-desk"],"validUntil":"2099-12-20"}""")
    public record NewAlert(
            @NotNull UUID entryId,

            @NotNull @Pattern(regexp = KINDS, message = "must be one of " + KINDS)
            String kind,

            @NotEmpty @Size(max = 100) List<@NotNull @Valid Place> to,

            @NotEmpty @Size(max = 7)
            List<@NotNull @Pattern(regexp = ACTIONS, message = "must be one of " + ACTIONS) String> actions,

            @NotNull LocalDate validUntil,

            @Schema(description = "Who reported the child missing: learns only that it is safe and seen.")
            @Pattern(regexp = "[A-Z]{2}-[A-Z0-9-]{1,30}", message = "must be an agency code")
            @Nullable
            String reporter) {}

    /** How an alert ended; never where. */
    @Schema(name = "DeAlert", examples = "{\"outcome\":\"safe-and-seen\"}")
    public record DeAlert(
            @NotNull @Pattern(regexp = OUTCOMES, message = "must be one of " + OUTCOMES)
            String outcome) {}

    @POST
    @RolesAllowed({"practitioner", "manager", "supervisor", "central-authority"})
    @Operation(
            summary = "Ask others to look out for a child of your agency's",
            description =
                    "At once in the inbox of each agency, area's desk or country's central authority. It holds no name"
                            + " and no place.")
    @APIResponseSchema(value = AlertView.class, responseCode = "201")
    public RestResponse<AlertView> raise(@NotNull @Valid NewAlert request) {
        var alert = raising.raise(request);
        return RestResponse.ResponseBuilder.create(RestResponse.Status.CREATED, alert)
                .location(URI.create(PATH + "/" + alert.id()))
                .tag(Versions.tag(alert.version()))
                .build();
    }

    @GET
    @RolesAllowed({"practitioner", "manager", "supervisor", "central-authority"})
    @Operation(summary = "Alerts that your agency answers for, raised, received or gave rise to, newest first")
    public Page<AlertView> list(
            @Parameter(description = "Only those that have not ended.") @QueryParam("open") @DefaultValue("false")
                    boolean open,
            @BeanParam @Valid PageRequest page) {
        return audited.run(RegisterEvent.ALERTS_LISTED, trail -> {
            var rows = alerts.known(open, page.after(), page.limit(), trail);
            return Page.of(rows, page.limit(), a -> new Cursor(a.raisedAt, a.id), alerts::view);
        });
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({"practitioner", "manager", "supervisor", "central-authority"})
    @Operation(summary = "One alert; for the holder with the receivers that have yet to answer")
    @APIResponseSchema(value = AlertView.class, responseCode = "200")
    public RestResponse<AlertView> read(UUID id) {
        return Versions.tagged(audited.run(
                RegisterEvent.ALERT_READ, trail -> alerts.view(alerts.known(id, LockModeType.NONE, trail))));
    }

    @POST
    @Path("/{id}/acknowledgement")
    @RolesAllowed({"practitioner", "manager", "supervisor", "central-authority"})
    @Operation(summary = "Say, as a receiver, that you look out", description = "Again and again changes nothing.")
    @APIResponseSchema(value = AlertView.class, responseCode = "200")
    public RestResponse<AlertView> acknowledge(UUID id) {
        return Versions.tagged(answering.acknowledge(id));
    }

    @POST
    @Path("/{id}/de-alert")
    @RolesAllowed({"practitioner", "manager", "supervisor", "central-authority"})
    @Operation(
            summary = "End an alert about a child for whom your agency is responsible",
            description =
                    "Reaches every receiver, carries no place, and stays open until each has confirmed it. After a transfer"
                            + " the new holder ends what the former one raised.")
    @APIResponseSchema(value = AlertView.class, responseCode = "200")
    public RestResponse<AlertView> end(
            UUID id, @HeaderParam("If-Match") @Nullable String ifMatch, @NotNull @Valid DeAlert request) {
        return Versions.tagged(answering.end(id, ifMatch, request.outcome()));
    }

    @POST
    @Path("/{id}/confirmation")
    @RolesAllowed({"practitioner", "manager", "supervisor", "central-authority"})
    @Operation(summary = "Say, as a receiver, that you have heard the de-alert and stopped")
    @APIResponseSchema(value = AlertView.class, responseCode = "200")
    public RestResponse<AlertView> confirm(UUID id) {
        return Versions.tagged(answering.confirm(id));
    }
}
