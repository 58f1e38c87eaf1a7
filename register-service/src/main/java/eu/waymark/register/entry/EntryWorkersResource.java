package eu.waymark.register.entry;

import eu.waymark.access.Action;
import eu.waymark.access.Relationship;
import eu.waymark.platform.persistence.access.Permits;
import eu.waymark.platform.persistence.audit.AuditedWork;
import eu.waymark.platform.persistence.audit.Trail;
import eu.waymark.platform.web.Personal;
import eu.waymark.platform.web.caller.CurrentCaller;
import eu.waymark.platform.web.http.Versions;
import eu.waymark.register.RegisterEvent;
import eu.waymark.register.worker.Worker;
import eu.waymark.register.worker.Workers;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Who works on an entry of the caller's agency. */
@Produces(MediaType.APPLICATION_JSON)
@Path(EntriesResource.PATH + "/{id}/workers")
@Tag(name = "entries")
public class EntryWorkersResource {

    private final Workers workers;
    private final Entries entries;
    private final ReadingAsHolder reading;
    private final Permits permits;
    private final AuditedWork audited;
    private final CurrentCaller caller;

    EntryWorkersResource(
            Workers workers,
            Entries entries,
            ReadingAsHolder reading,
            Permits permits,
            AuditedWork audited,
            CurrentCaller caller) {
        this.workers = workers;
        this.entries = entries;
        this.reading = reading;
        this.permits = permits;
        this.audited = audited;
        this.caller = caller;
    }

    /** Those who are named on an entry; nobody, where it was never anybody's. */
    @Schema(
            name = "NamedWorkers",
            examples = "{\"workers\":[{\"subject\":\"8f14e45f-ceea-467f-a8f5-1f6d2c107a1d\",\"name\":\"Sarah Bell\"}]}")
    public record NamedWorkers(List<Worker> workers) implements Personal {

        @Override
        public String toString() {
            return REDACTED;
        }
    }

    /** Who works on it from now on. */
    @Schema(examples = "{\"workers\":[{\"subject\":\"8f14e45f-ceea-467f-a8f5-1f6d2c107a1d\",\"name\":\"Sarah Bell\"}]}")
    public record NewWorkers(@NotEmpty @Size(max = 20) List<@NotNull @Valid Worker> workers) implements Personal {

        @Override
        public String toString() {
            return REDACTED;
        }
    }

    @GET
    @RolesAllowed({"practitioner", "manager", "supervisor"})
    @Operation(summary = "Who is named on one of your agency's entries")
    @APIResponseSchema(value = NamedWorkers.class, responseCode = "200")
    public RestResponse<NamedWorkers> workers(UUID id) {
        return audited.run(RegisterEvent.ENTRY_WORKERS_READ, trail -> {
            reading.require(id, trail);
            return answer(id, trail);
        });
    }

    @PUT
    @RolesAllowed({"manager", "supervisor"})
    @Operation(
            summary = "Name who works on one of your agency's entries",
            description = "They alone see what others do about it: who looked, and who asks for content.")
    @APIResponseSchema(value = NamedWorkers.class, responseCode = "200")
    public RestResponse<NamedWorkers> name(
            UUID id, @HeaderParam("If-Match") @Nullable String ifMatch, @NotNull @Valid NewWorkers request) {
        return audited.run(RegisterEvent.ENTRY_WORKERS_NAMED, trail -> {
            var by = caller.get();
            entries.requireHeld(by.agency(), id, trail);
            permits.require(Action.REVIEW_ENTRY, Relationship.HOLDER);
            Versions.require(ifMatch, workers.version(id));
            workers.name(id, by, request.workers());
            return answer(id, trail);
        });
    }

    private RestResponse<NamedWorkers> answer(UUID id, Trail trail) {
        var named = workers.of(id);
        trail.returned(named.size());
        return RestResponse.ResponseBuilder.ok(new NamedWorkers(named))
                .tag(Versions.tag(workers.version(id)))
                .build();
    }
}
