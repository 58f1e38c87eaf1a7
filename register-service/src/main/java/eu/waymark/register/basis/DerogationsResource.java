package eu.waymark.register.basis;

import com.fasterxml.jackson.annotation.JsonInclude;
import eu.waymark.access.Action;
import eu.waymark.access.Relationship;
import eu.waymark.platform.persistence.access.Permits;
import eu.waymark.platform.persistence.audit.AuditedWork;
import eu.waymark.platform.web.Personal;
import eu.waymark.platform.web.caller.CurrentCaller;
import eu.waymark.platform.web.http.Versions;
import eu.waymark.platform.web.paging.Cursor;
import eu.waymark.platform.web.paging.Page;
import eu.waymark.platform.web.paging.PageRequest;
import eu.waymark.platform.web.problem.CommonProblem;
import eu.waymark.register.RegisterEvent;
import eu.waymark.register.RegisterProblem;
import eu.waymark.register.entry.ReadingAsHolder;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Where supervisors look at what was told for vital interests without a basis. */
@Produces(MediaType.APPLICATION_JSON)
@Path("/api/register/v1/derogations")
@Tag(name = "derogations", description = "Told for vital interests without a basis, to be reviewed next working day")
public class DerogationsResource {

    private final Derogations derogations;
    private final ReadingAsHolder reading;
    private final Permits permits;
    private final AuditedWork audited;
    private final CurrentCaller caller;
    private final Clock clock;

    DerogationsResource(
            Derogations derogations,
            ReadingAsHolder reading,
            Permits permits,
            AuditedWork audited,
            CurrentCaller caller,
            Clock clock) {
        this.derogations = derogations;
        this.reading = reading;
        this.permits = permits;
        this.audited = audited;
        this.caller = caller;
        this.clock = clock;
    }

    /** A derogation, with what was told and whether anybody has reviewed it. */
    @Schema(name = "Derogation", examples = """
            {"id":"0f0c4a52-4d7c-4d9e-8f5a-0f1f5b0f7f10","entryId":"b7b8d5a4-7c1f-4f0b-9b6c-2f0d4a0e6a11","country":"MA",
             "kind":"movement","reference":"5b8f2f52-2d0c-4a64-9d38-0f1f6f6f4b11","recordedAt":"2026-11-20T09:30:00Z",
             "reviewDueOn":"2026-11-23","version":0}""")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record DerogationView(
            UUID id,
            UUID entryId,
            String country,
            String kind,
            UUID reference,
            Instant recordedAt,
            LocalDate reviewDueOn,
            @Nullable String outcome,
            @Nullable Instant reviewedAt,
            int version)
            implements Personal {

        static DerogationView of(Derogation d) {
            return new DerogationView(
                    d.id,
                    d.entryId,
                    d.country,
                    d.kind,
                    d.reference,
                    d.recordedAt,
                    d.reviewDueOn,
                    d.outcome,
                    d.reviewedAt,
                    d.version);
        }

        @Override
        public String toString() {
            return REDACTED;
        }
    }

    /** What the supervisor finds. */
    @Schema(name = "DerogationReview", examples = "{\"outcome\":\"justified\"}")
    public record NewReview(
            @NotNull @Pattern(regexp = "justified|not-justified", message = "must be justified or not-justified")
            String outcome) {}

    @GET
    @RolesAllowed({"supervisor", "manager"})
    @Operation(summary = "Your agency's derogations, newest first")
    public Page<DerogationView> list(
            @Parameter(description = "Only those that nobody has reviewed.") @QueryParam("open") @DefaultValue("false")
                    boolean open,
            @BeanParam @Valid PageRequest page) {
        return audited.run(RegisterEvent.DEROGATIONS_LISTED, trail -> {
            reading.require();
            var rows = derogations.own(open, page.after(), page.limit(), trail);
            return Page.of(rows, page.limit(), d -> new Cursor(d.recordedAt, d.id), DerogationView::of);
        });
    }

    @POST
    @Path("/{id}/reviews")
    @RolesAllowed("supervisor")
    @Operation(summary = "Review a derogation", description = "By a supervisor who did not decide it, once.")
    public DerogationView review(
            UUID id, @HeaderParam("If-Match") @Nullable String ifMatch, @NotNull @Valid NewReview review) {
        return audited.run(RegisterEvent.DEROGATION_REVIEWED, trail -> {
            var derogation = derogations.own(id, trail);
            permits.require(Action.REVIEW_EMERGENCY_ACCESS, Relationship.HOLDER);
            if (derogation.recordedBy.equals(caller.get().subject())) {
                throw CommonProblem.FORBIDDEN.because("Nobody reviews what they decided: ask another supervisor.");
            }
            if (derogation.outcome != null) {
                throw RegisterProblem.ILLEGAL_TRANSITION.because("It is reviewed already.");
            }
            Versions.require(ifMatch, derogation.version);
            derogation.outcome = review.outcome();
            derogation.reviewedBy = caller.get().subject();
            derogation.reviewedAt = clock.instant().truncatedTo(ChronoUnit.MICROS);
            trail.note("outcome", review.outcome());
            derogations.flush();
            return DerogationView.of(derogation);
        });
    }
}
