package eu.waymark.register.retention;

import eu.waymark.platform.persistence.audit.AuditedWork;
import eu.waymark.platform.web.caller.CurrentCaller;
import eu.waymark.platform.web.http.Versions;
import eu.waymark.platform.web.paging.Page;
import eu.waymark.platform.web.paging.PageRequest;
import eu.waymark.platform.web.problem.CommonProblem;
import eu.waymark.register.RegisterEvent;
import eu.waymark.register.entry.Entries;
import eu.waymark.register.entry.ReadingAsHolder;
import eu.waymark.register.retention.RetentionViews.NewDecision;
import eu.waymark.register.retention.RetentionViews.View;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Until when what has ended is kept. Nothing is deleted here: two people do that, in identity. */
@Produces(MediaType.APPLICATION_JSON)
@Path("/api/register/v1/retention")
@Tag(name = "retention", description = "What has ended is looked at before it goes")
public class RetentionResource {

    private final DecidingRetention deciding;
    private final Retentions retentions;
    private final Entries entries;
    private final ReadingAsHolder reading;
    private final AuditedWork audited;
    private final CurrentCaller caller;

    RetentionResource(
            DecidingRetention deciding,
            Retentions retentions,
            Entries entries,
            ReadingAsHolder reading,
            AuditedWork audited,
            CurrentCaller caller) {
        this.deciding = deciding;
        this.retentions = retentions;
        this.entries = entries;
        this.reading = reading;
        this.audited = audited;
        this.caller = caller;
    }

    @GET
    @RolesAllowed({"manager", "supervisor"})
    @Operation(summary = "Your agency's ended entries and until when they are kept, the first due first")
    public Page<View> list(
            @Parameter(description = "Only those whose holder is or was to be warned.")
                    @QueryParam("due")
                    @DefaultValue("false")
                    boolean due,
            @BeanParam @Valid PageRequest page) {
        return audited.run(RegisterEvent.RETENTION_LISTED, trail -> {
            reading.require();
            var rows = retentions.of(caller.get().agency(), due, page.after(), page.limit());
            var shown =
                    rows.stream().limit(page.limit()).map(one -> one.entryId).toList();
            entries.trace(shown, trail);
            trail.returned(shown.size());
            return Page.of(rows, page.limit(), Retentions::place, retentions::listed);
        });
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({"manager", "supervisor"})
    @Operation(summary = "Until when an entry is kept, and what was decided")
    @APIResponseSchema(value = View.class, responseCode = "200")
    public RestResponse<View> read(UUID id) {
        return Versions.tagged(audited.run(RegisterEvent.RETENTION_LISTED, trail -> {
            reading.require(id, trail);
            return retentions.view(retentions
                    .findByIdOptional(id)
                    .orElseThrow(() -> CommonProblem.NOT_FOUND.because("No retention has begun for this entry.")));
        }));
    }

    @POST
    @Path("/{id}/decisions")
    @RolesAllowed({"manager", "supervisor"})
    @Operation(
            summary = "Keep it longer, put it on legal hold, lift the hold, or let it go",
            description =
                    "With a reason. A hold keeps the whole child from being erased; supervisors set and lift it. What"
                            + " is let go is not deleted: the answer says where two people erase it.")
    @APIResponseSchema(value = View.class, responseCode = "200")
    public RestResponse<View> decide(
            UUID id, @HeaderParam("If-Match") @Nullable String ifMatch, @NotNull @Valid NewDecision decision) {
        return Versions.tagged(deciding.decide(id, ifMatch, decision));
    }
}
