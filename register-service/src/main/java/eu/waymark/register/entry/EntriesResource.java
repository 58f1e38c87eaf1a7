package eu.waymark.register.entry;

import eu.waymark.platform.persistence.audit.AuditedWork;
import eu.waymark.platform.web.Personal;
import eu.waymark.platform.web.caller.CurrentCaller;
import eu.waymark.platform.web.http.Versions;
import eu.waymark.platform.web.paging.Cursor;
import eu.waymark.platform.web.paging.Page;
import eu.waymark.platform.web.paging.PageRequest;
import eu.waymark.register.RegisterEvent;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PastOrPresent;
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
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Entries of the caller's own agency. */
@Produces(MediaType.APPLICATION_JSON)
@Path(EntriesResource.PATH)
@Tag(name = "entries", description = "Measures for children, each with the one agency that is responsible")
public class EntriesResource {

    static final String PATH = "/api/register/v1/entries";

    private final OpeningEntry opening;
    private final ReviewingEntry reviewing;
    private final Entries entries;
    private final ReviewsDue due;
    private final EntryHistory history;
    private final ReadingAsHolder reading;
    private final AuditedWork audited;
    private final CurrentCaller caller;

    EntriesResource(
            OpeningEntry opening,
            ReviewingEntry reviewing,
            Entries entries,
            ReviewsDue due,
            EntryHistory history,
            ReadingAsHolder reading,
            AuditedWork audited,
            CurrentCaller caller) {
        this.opening = opening;
        this.reviewing = reviewing;
        this.entries = entries;
        this.due = due;
        this.history = history;
        this.reading = reading;
        this.audited = audited;
        this.caller = caller;
    }

    /** A child to be entered. */
    @Schema(examples = """
            {"personRecordId":"6d1f1f0e-7a52-4c0e-9f3a-2f6f3b7f6b11","measure":"GB-ENG-CPP","harms":["neglect"],
             "risk":"high","startedOn":"2026-09-01","summary":"Child protection plan since September; core group meets monthly."}""")
    public record NewEntry(
            @NotNull UUID personRecordId,
            @NotBlank @Size(max = 50) String measure,

            @NotEmpty @Size(max = 8)
            List<@NotNull @Pattern(regexp = "[a-z-]{1,40}", message = "must be a code in lower case") String> harms,

            @NotNull @Pattern(regexp = "high|medium|low", message = "must be high, medium or low")
            String risk,

            @NotNull @PastOrPresent(message = "must not be in the future")
            LocalDate startedOn,

            @Schema(description = "When the birth is expected: for a measure before birth, and for no other.") @Nullable
            LocalDate expectedOn,

            @NotBlank @Size(max = 1000) String summary,
            @Valid @Nullable NewSafeguards safeguards)
            implements Personal {

        @Override
        public String toString() {
            return REDACTED;
        }
    }

    /** A review's decision. */
    @Schema(examples = "{\"decision\":\"end\",\"reason\":\"plan-completed\",\"decidedOn\":\"2026-11-02\"}")
    public record NewReview(
            @NotNull @Pattern(regexp = "continue|end", message = "must be continue or end")
            String decision,

            @NotNull
            @Pattern(
                    regexp = "risk-continues|plan-completed|court-order|child-died|wrong-child|majority"
                            + "|child-moved|age-decision|immigration-decision",
                    message =
                            "must be risk-continues, plan-completed, court-order, child-died, wrong-child or majority:"
                                    + " a move, an age decision or an immigration decision ends no protection")
            String reason,

            @NotNull LocalDate decidedOn) {

        boolean ends() {
            return decision.equals("end");
        }
    }

    @POST
    @RolesAllowed({"practitioner", "manager", "system"})
    @Operation(summary = "Enter a child of your agency's own", description = "Your agency becomes the holder.")
    @APIResponseSchema(value = EntryView.class, responseCode = "201")
    public RestResponse<EntryView> open(@NotNull @Valid NewEntry request) {
        var entry = opening.open(request);
        return RestResponse.ResponseBuilder.create(RestResponse.Status.CREATED, entry)
                .location(URI.create(PATH + "/" + entry.id()))
                .tag(Versions.tag(entry.version()))
                .build();
    }

    @GET
    @RolesAllowed({"practitioner", "manager", "supervisor"})
    @Operation(
            summary = "Your agency's entries, newest first",
            description = "Or those whose review is overdue or due within 30 days, the most urgent first.")
    public Page<EntryView> list(
            @Parameter(
                            description = "overdue or due-soon",
                            examples = @ExampleObject(name = "review", value = "overdue"))
                    @QueryParam("review")
                    @Pattern(regexp = "overdue|due-soon", message = "must be overdue or due-soon")
                    @Nullable
                    String review,
            @BeanParam @Valid PageRequest page) {
        return audited.run(RegisterEvent.ENTRIES_LISTED, trail -> {
            reading.require();
            var rows = review == null
                    ? entries.heldBy(caller.get().agency(), page.after(), page.limit())
                    : due.list(review, page.after(), page.limit());
            var shown = rows.stream().limit(page.limit()).map(entry -> entry.id).toList();
            entries.trace(shown, trail);
            trail.returned(shown.size());
            return Page.of(rows, page.limit(), entry -> place(review, entry), entries::view);
        });
    }

    private static Cursor place(@Nullable String review, Entry entry) {
        return review == null ? new Cursor(entry.openedAt, entry.id) : ReviewsDue.place(entry);
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({"practitioner", "manager", "supervisor"})
    @Operation(
            summary = "One of your agency's entries",
            description = "To an agency that was responsible before: how it stood when it passed it on.")
    @APIResponseSchema(value = EntryView.class, responseCode = "200")
    public RestResponse<EntryView> read(UUID id) {
        var entry = audited.run(RegisterEvent.ENTRY_READ, trail -> history.read(id, trail));
        return RestResponse.ResponseBuilder.ok(entry)
                .tag(Versions.tag(entry.version()))
                .build();
    }

    @GET
    @Path("/{id}/history")
    @RolesAllowed({"practitioner", "manager", "supervisor"})
    @Operation(
            summary = "How an entry stood at each time, newest first",
            description = "For the agency that is responsible now.")
    public Page<EntryVersionView> history(UUID id, @BeanParam @Valid PageRequest page) {
        return audited.run(RegisterEvent.ENTRY_HISTORY_READ, trail -> {
            var entry = reading.entry(id, trail);
            var rows = history.of(entry.id, page.after(), page.limit());
            trail.returned(Math.min(rows.size(), page.limit()));
            return Page.of(rows, page.limit(), v -> new Cursor(v.writtenAt, entry.id), history::view);
        });
    }

    @POST
    @Path("/{id}/reviews")
    @RolesAllowed({"practitioner", "manager"})
    @Operation(summary = "Record a review", description = "The only way an entry ends.")
    @APIResponseSchema(value = EntryView.class, responseCode = "200")
    public RestResponse<EntryView> review(
            UUID id, @HeaderParam("If-Match") @Nullable String ifMatch, @NotNull @Valid NewReview request) {
        var entry = reviewing.review(id, ifMatch, request);
        return RestResponse.ResponseBuilder.ok(entry)
                .tag(Versions.tag(entry.version()))
                .build();
    }
}
