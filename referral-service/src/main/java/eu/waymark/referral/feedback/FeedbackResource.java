package eu.waymark.referral.feedback;

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
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** What children say of those who work with them. */
@Path(FeedbackResource.PATH)
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({"practitioner", "supervisor", "manager", "central-authority"})
@Tag(
        name = "feedback",
        description = "What children say of those who work with them: for supervision, never for the worker.")
public class FeedbackResource {

    static final String PATH = "/api/referral/v1/feedback";

    private final AskingFeedback asking;
    private final HearingFeedback hearing;
    private final Feedbacks feedbacks;
    private final Permits permits;
    private final AuditedWork audited;
    private final CurrentCaller caller;

    FeedbackResource(
            AskingFeedback asking,
            HearingFeedback hearing,
            Feedbacks feedbacks,
            Permits permits,
            AuditedWork audited,
            CurrentCaller caller) {
        this.asking = asking;
        this.hearing = hearing;
        this.feedbacks = feedbacks;
        this.permits = permits;
        this.audited = audited;
        this.caller = caller;
    }

    @POST
    @Path("/codes")
    @Operation(
            summary = "Give a child a code by which it can say how it was served",
            description = "Good once, for seven days, and shown this once. Nobody learns whether it was used.")
    @APIResponseSchema(value = FeedbackAsked.class, responseCode = "201")
    @APIResponse(responseCode = "404", description = "Your agency has no such person record.")
    @APIResponse(
            responseCode = "422",
            description = "nobody-outside: there is no agency that an allegation could go to.")
    public RestResponse<FeedbackAsked> askForFeedback(@NotNull @Valid AskFeedback request) {
        return RestResponse.status(RestResponse.Status.CREATED, asking.ask(request));
    }

    @GET
    @Operation(
            summary = "List what children said, newest first, without their answers",
            description =
                    "For supervisors of the worker's agency but the worker; of an allegation for those of the agency outside.")
    @APIResponse(responseCode = "200", description = "One page.")
    public Page<FeedbackView> listFeedback(@Valid @BeanParam PageRequest page) {
        return audited.run(ReferralEvent.FEEDBACK_LISTED, trail -> {
            permits.requireAny(Action.READ_FEEDBACK);
            var rows = feedbacks.of(caller.get(), page);
            feedbacks.name(rows.subList(0, Math.min(rows.size(), page.limit())), trail);
            return Page.of(rows, page.limit(), f -> new Cursor(f.givenAt, f.id), f -> FeedbackView.of(f, null));
        });
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "Read what a child said")
    @APIResponseSchema(value = FeedbackView.class, responseCode = "200")
    public RestResponse<FeedbackView> readFeedback(UUID id) {
        return Versions.tagged(audited.run(ReferralEvent.FEEDBACK_READ, trail -> {
            permits.requireAny(Action.READ_FEEDBACK);
            return feedbacks.view(feedbacks.known(id, caller.get(), LockModeType.NONE, trail));
        }));
    }

    @POST
    @Path("/{id}/hearing")
    @Operation(summary = "Say that you have heard it and do what follows from it")
    @APIResponseSchema(value = FeedbackView.class, responseCode = "200")
    @APIResponse(responseCode = "409", description = "illegal-transition: somebody has heard it.")
    public RestResponse<FeedbackView> hearFeedback(UUID id, @HeaderParam("If-Match") @Nullable String ifMatch) {
        return Versions.tagged(hearing.hear(id, ifMatch));
    }

    @POST
    @Path("/{id}/allegation")
    @Operation(
            summary = "Find that it is an allegation, and send it outside the agency",
            description = "From then on nobody of your agency sees it, you neither.")
    @APIResponseSchema(value = FeedbackView.class, responseCode = "200")
    @APIResponse(responseCode = "409", description = "illegal-transition: it has gone outside, or was heard.")
    public RestResponse<FeedbackView> sendFeedbackOutside(UUID id, @HeaderParam("If-Match") @Nullable String ifMatch) {
        return Versions.tagged(hearing.sendOutside(id, ifMatch));
    }
}
