package eu.waymark.register.movement;

import eu.waymark.platform.persistence.audit.AuditedWork;
import eu.waymark.platform.web.paging.Cursor;
import eu.waymark.platform.web.paging.Page;
import eu.waymark.platform.web.paging.PageRequest;
import eu.waymark.register.RegisterEvent;
import eu.waymark.register.addressee.Place;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** The duty to inform: who has to know that a child moves or is in danger. */
@Produces(MediaType.APPLICATION_JSON)
@Path(MovementsResource.PATH)
@Tag(name = "movements", description = "A child moves or is in danger: who has to know is told, and says so")
public class MovementsResource {

    static final String PATH = "/api/register/v1/movements";

    private static final String KINDS = "has-moved|may-move|in-danger";

    private final ReportingMovement reporting;
    private final AcknowledgingMovement acknowledging;
    private final Movements movements;
    private final AuditedWork audited;

    MovementsResource(
            ReportingMovement reporting,
            AcknowledgingMovement acknowledging,
            Movements movements,
            AuditedWork audited) {
        this.reporting = reporting;
        this.acknowledging = acknowledging;
        this.movements = movements;
        this.audited = audited;
    }

    /**
     * What is to be told, and where. A place is a country with, as far as it is known, area or agency; several where nobody
     * knows which.
     */
    @Schema(examples = """
            {"entryId":"b7b8d5a4-7c1f-4f0b-9b6c-2f0d4a0e6a11","kind":"has-moved",
             "to":[{"country":"FR","agency":"FR-69-CRIP"},{"country":"BE"}]}""")
    public record NewMovement(
            @NotNull UUID entryId,

            @NotNull @Pattern(regexp = KINDS, message = "must be one of " + KINDS)
            String kind,

            @NotEmpty @Size(max = 40) List<@NotNull @Valid Place> to,
            @Nullable LocalDate expectedOn) {}

    @POST
    @RolesAllowed({"practitioner", "manager", "supervisor", "central-authority"})
    @Operation(
            summary = "Tell that a child of your agency's has moved, may move or is in danger",
            description =
                    "At once to the desk there, or to the country's central authority where nobody closer is known."
                            + " Your agency stays responsible.")
    @APIResponseSchema(value = MovementView.class, responseCode = "201")
    public RestResponse<MovementView> report(@NotNull @Valid NewMovement request) {
        var movement = reporting.report(request);
        return RestResponse.ResponseBuilder.create(RestResponse.Status.CREATED, movement)
                .location(URI.create(PATH + "/" + movement.id()))
                .build();
    }

    @GET
    @RolesAllowed({"practitioner", "manager", "supervisor", "central-authority"})
    @Operation(summary = "Movements that your agency answers for, reported or was told of, newest first")
    public Page<MovementView> list(@BeanParam @Valid MovementsQuery query, @BeanParam @Valid PageRequest page) {
        return audited.run(RegisterEvent.MOVEMENTS_LISTED, trail -> {
            var rows = movements.known(query, page.after(), page.limit());
            movements.trace(rows.stream().limit(page.limit()).toList(), trail);
            return Page.of(rows, page.limit(), m -> new Cursor(m.reportedAt, m.id), movements::view);
        });
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({"practitioner", "manager", "supervisor", "central-authority"})
    @Operation(summary = "One movement: what was told, and who has said that it is known")
    public MovementView read(UUID id) {
        return audited.run(RegisterEvent.MOVEMENT_READ, trail -> movements.view(movements.known(id, trail)));
    }

    @POST
    @Path("/{id}/acknowledgement")
    @RolesAllowed({"practitioner", "manager", "supervisor", "central-authority"})
    @Operation(
            summary = "Say that your agency knows",
            description =
                    "The first who says so stays on record; again and again changes nothing. A central authority answers so"
                            + " for a desk that was silent.")
    public MovementView acknowledge(UUID id) {
        return acknowledging.acknowledge(id);
    }
}
