package eu.waymark.referral.missing;

import eu.waymark.access.Action;
import eu.waymark.platform.persistence.audit.AuditedWork;
import eu.waymark.platform.web.Personal;
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
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Reports that a child is missing, from those who are not responsible for it. */
@Path(MissingReportsResource.PATH)
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({"practitioner", "supervisor", "manager", "central-authority"})
@Tag(name = "missing-episodes")
public class MissingReportsResource {

    static final String PATH = "/api/referral/v1/missing-episodes/reports";

    private static final String REASONS = "not-our-child|known-already|mistaken";

    private final ReportingMissing reporting;
    private final AnsweringReport answering;
    private final MissingReports reports;
    private final Permits permits;
    private final AuditedWork audited;
    private final CurrentCaller caller;

    MissingReportsResource(
            ReportingMissing reporting,
            AnsweringReport answering,
            MissingReports reports,
            Permits permits,
            AuditedWork audited,
            CurrentCaller caller) {
        this.reporting = reporting;
        this.answering = answering;
        this.reports = reports;
        this.permits = permits;
        this.audited = audited;
        this.caller = caller;
    }

    /** Which of the agency's children it is about, or why it is about none. */
    @Schema(name = "MissingReportAnswer", examples = "{\"personRecordId\":\"0b9f4c1a-3f1d-4a53-8a55-2d1f0a8c6e90\"}")
    public record ReportAnswer(
            @Schema(description = "The record it is about: an episode is opened, or the open one joined.") @Nullable
            UUID personRecordId,

            @Schema(description = "Why it is declined.")
            @Pattern(regexp = REASONS, message = "must be one of " + REASONS)
            @Nullable
            String reason) {

        @AssertTrue(message = "must be given unless a record is, and only then")
        @Schema(hidden = true)
        boolean isReasonOfRefusal() {
            return (personRecordId == null) == (reason != null);
        }
    }

    /** What the reporter may know beyond "safe and seen". */
    @Schema(name = "MissingReporterTold", examples = "{\"words\":\"He is well and asks for his guitar.\"}")
    public record Disclosure(@NotBlank @Size(max = 1000) String words) implements Personal {
        @Override
        public String toString() {
            return REDACTED;
        }
    }

    @POST
    @Operation(
            summary = "Report to the agency responsible that a child is missing",
            description =
                    "For homes, foster agencies, schools, the police. You learn that it is looked into, and then that"
                            + " the child is safe and seen.")
    @APIResponseSchema(value = ReportView.class, responseCode = "201")
    @APIResponse(responseCode = "422", description = "unknown-agency, own-agency, or invalid fields.")
    public RestResponse<ReportView> reportMissingChild(@NotNull @Valid NewReport request) {
        var report = reporting.report(request);
        return RestResponse.ResponseBuilder.create(RestResponse.Status.CREATED, report)
                .location(URI.create(PATH + "/" + report.id()))
                .tag(Versions.tag(report.version()))
                .build();
    }

    @GET
    @Operation(summary = "List the reports that your agency made or received, newest first")
    @APIResponse(responseCode = "200", description = "One page.")
    public Page<ReportView> listMissingReports(@Valid @BeanParam PageRequest page) {
        return audited.run(ReferralEvent.MISSING_REPORTS_LISTED, trail -> {
            permits.requireAny(Action.REPORT_MISSING, Action.WORK_MISSING);
            var by = caller.get();
            var rows = reports.of(by, page);
            reports.name(rows.subList(0, Math.min(rows.size(), page.limit())), trail);
            return Page.of(rows, page.limit(), r -> new Cursor(r.reportedAt, r.id), r -> reports.view(r, by));
        });
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "Read a report", description = "The reporter reads how it stands, not what was written.")
    @APIResponseSchema(value = ReportView.class, responseCode = "200")
    public RestResponse<ReportView> readMissingReport(UUID id) {
        return Versions.tagged(audited.run(ReferralEvent.MISSING_REPORT_READ, trail -> {
            permits.requireAny(Action.REPORT_MISSING, Action.WORK_MISSING);
            return reports.view(reports.known(id, caller.get(), LockModeType.NONE, trail), caller.get());
        }));
    }

    @POST
    @Path("/{id}/answers")
    @Operation(summary = "Say which child of yours a report is about, or why it is about none")
    @APIResponseSchema(value = ReportView.class, responseCode = "200")
    @APIResponse(responseCode = "403", description = "not-the-recipient: your agency reported it.")
    @APIResponse(responseCode = "409", description = "illegal-transition: answered already; episode-open elsewhere.")
    public RestResponse<ReportView> answerMissingReport(
            UUID id, @HeaderParam("If-Match") @Nullable String ifMatch, @NotNull @Valid ReportAnswer answer) {
        return Versions.tagged(answering.answer(id, ifMatch, answer));
    }

    @POST
    @Path("/{id}/disclosures")
    @Operation(
            summary = "Let the reporter know more than that the child is safe and seen",
            description = "For a worker without a conflict. Never a place.")
    @APIResponseSchema(value = ReportView.class, responseCode = "200")
    public RestResponse<ReportView> tellMissingReporter(
            UUID id, @HeaderParam("If-Match") @Nullable String ifMatch, @NotNull @Valid Disclosure disclosure) {
        return Versions.tagged(answering.disclose(id, ifMatch, disclosure));
    }
}
