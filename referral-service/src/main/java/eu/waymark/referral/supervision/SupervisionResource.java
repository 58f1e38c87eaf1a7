package eu.waymark.referral.supervision;

import eu.waymark.access.Action;
import eu.waymark.platform.persistence.audit.AuditedWork;
import eu.waymark.platform.web.caller.CurrentCaller;
import eu.waymark.platform.web.http.Versions;
import eu.waymark.platform.web.paging.Cursor;
import eu.waymark.platform.web.paging.Page;
import eu.waymark.platform.web.paging.PageRequest;
import eu.waymark.referral.ReferralEvent;
import eu.waymark.referral.access.Permits;
import jakarta.annotation.security.RolesAllowed;
import jakarta.persistence.LockModeType;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** Supervision, and apart from it oversight. */
@Path(SupervisionResource.PATH)
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({"practitioner", "supervisor", "manager", "central-authority"})
@Tag(
        name = "supervision",
        description = "Reflection with a supervisor, which no manager reads; and a manager's oversight.")
public class SupervisionResource {

    static final String PATH = "/api/referral/v1/supervision";

    /** Whoever works with children here has a supervisor, and reads what is written about the own work. */
    private static final Action[] READING = {Action.WRITE_SUPERVISION, Action.ASK_FEEDBACK};

    private final WritingSupervision writing;
    private final AgreedActions agreed;
    private final SupervisionRecords records;
    private final Permits permits;
    private final AuditedWork audited;
    private final CurrentCaller caller;

    SupervisionResource(
            WritingSupervision writing,
            AgreedActions agreed,
            SupervisionRecords records,
            Permits permits,
            AuditedWork audited,
            CurrentCaller caller) {
        this.writing = writing;
        this.agreed = agreed;
        this.records = records;
        this.permits = permits;
        this.audited = audited;
        this.caller = caller;
    }

    /** Which of the agreed actions is done. */
    @Schema(name = "SupervisionActionDone", examples = "{\"action\":\"0f3a8a1c-2c1d-4a6f-9f0e-6d2b1c7e5a10\"}")
    public record Done(@NotNull UUID action) {}

    @POST
    @Operation(
            summary = "Write down what was said in supervision",
            description =
                    "Reflective: by a supervisor, read by the two of you only. Oversight: by a manager, read by the"
                            + " agency's managers and the worker.")
    @APIResponseSchema(value = SupervisionView.class, responseCode = "201")
    @APIResponse(responseCode = "403", description = "another-role: this record is not for your role to write.")
    @APIResponse(responseCode = "404", description = "Your agency has no such person record.")
    public RestResponse<SupervisionView> writeSupervision(@NotNull @Valid NewSupervision request) {
        var record = writing.write(request);
        return RestResponse.ResponseBuilder.create(RestResponse.Status.CREATED, record)
                .location(URI.create(PATH + "/" + record.id()))
                .tag(Versions.tag(record.version()))
                .build();
    }

    @GET
    @Operation(summary = "List the records that you may read, newest first, without their texts")
    @APIResponse(responseCode = "200", description = "One page.")
    public Page<SupervisionView> listSupervision(@Valid @BeanParam PageRequest page) {
        return audited.run(ReferralEvent.SUPERVISION_LISTED, trail -> {
            permits.requireAny(READING);
            var rows = records.of(caller.get(), page);
            records.name(rows.subList(0, Math.min(rows.size(), page.limit())), trail);
            return Page.of(
                    rows,
                    page.limit(),
                    r -> new Cursor(r.writtenAt, r.id),
                    r -> SupervisionView.of(r, null, List.of()));
        });
    }

    @GET
    @Path("/{id}")
    @Operation(
            summary = "Read a record",
            description = "As the worker whom it is about, as its author, and oversight as a manager.")
    @APIResponseSchema(value = SupervisionView.class, responseCode = "200")
    public RestResponse<SupervisionView> readSupervision(UUID id) {
        return Versions.tagged(audited.run(ReferralEvent.SUPERVISION_READ, trail -> {
            permits.requireAny(READING);
            return records.view(records.known(id, caller.get(), LockModeType.NONE, trail));
        }));
    }

    @POST
    @Path("/{id}/done")
    @Operation(summary = "Say that something agreed is done")
    @APIResponseSchema(value = SupervisionView.class, responseCode = "200")
    @APIResponse(responseCode = "409", description = "illegal-transition: it is done already.")
    public RestResponse<SupervisionView> finishSupervisionAction(UUID id, @NotNull @Valid Done done) {
        return Versions.tagged(audited.run(ReferralEvent.SUPERVISION_ACTION_DONE, trail -> {
            permits.requireAny(READING);
            var record = records.known(id, caller.get(), LockModeType.PESSIMISTIC_WRITE, trail);
            agreed.done(record, done.action(), caller.get());
            return records.view(record);
        }));
    }
}
