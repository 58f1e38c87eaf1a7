package eu.waymark.referral.lesson;

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
import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
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
import org.jspecify.annotations.Nullable;

/** Lessons across agencies: what worked and what did not, with nobody in them. */
@Path(LessonsResource.PATH)
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({"practitioner", "supervisor", "manager", "central-authority"})
@Tag(name = "lessons", description = "What worked and what did not, told so that nobody can be known from it.")
public class LessonsResource {

    static final String PATH = "/api/referral/v1/lessons";

    private static final String GIVEN_BACK = "identifies-somebody|not-clear|already-there";
    private static final String TAKEN_BACK = "identifies-somebody|outdated";

    private final WritingLesson writing;
    private final CheckingLesson checking;
    private final Lessons lessons;
    private final OwnLessons own;
    private final Permits permits;
    private final AuditedWork audited;
    private final CurrentCaller caller;

    LessonsResource(
            WritingLesson writing,
            CheckingLesson checking,
            Lessons lessons,
            OwnLessons own,
            Permits permits,
            AuditedWork audited,
            CurrentCaller caller) {
        this.writing = writing;
        this.checking = checking;
        this.lessons = lessons;
        this.own = own;
        this.permits = permits;
        this.audited = audited;
        this.caller = caller;
    }

    /** What the second person found. */
    @Schema(name = "LessonCheck", examples = "{\"outcome\":\"publish\"}")
    public record LessonCheck(
            @NotNull @Pattern(regexp = "publish|return", message = "must be publish or return")
            String outcome,

            @Schema(description = "Why it is given back; none for publication.")
            @Pattern(regexp = GIVEN_BACK, message = "must be one of " + GIVEN_BACK)
            @Nullable
            String reason) {

        @AssertTrue(message = "must be given where it is returned, and only there")
        @Schema(hidden = true)
        boolean isReasonOfReturn() {
            return "return".equals(outcome) == (reason != null);
        }
    }

    /** The questions at the end of a piece of work. */
    @Schema(name = "ClosingQuestions")
    public record Questions(List<ClosingQuestion> questions) {}

    /** Why nobody reads it any more. */
    @Schema(name = "LessonWithdrawal", examples = "{\"reason\":\"outdated\"}")
    public record LessonWithdrawal(
            @NotNull @Pattern(regexp = TAKEN_BACK, message = "must be one of " + TAKEN_BACK)
            String reason) {}

    @POST
    @Operation(
            summary = "Put a lesson into words",
            description = "It holds no child and no case. Others read it once a second person of your agency has.")
    @APIResponseSchema(value = LessonView.class, responseCode = "201")
    @APIResponse(
            responseCode = "422",
            description = "identifies-somebody: it holds a date, a number, an address or a name.")
    public RestResponse<LessonView> proposeLesson(@NotNull @Valid LessonWords words) {
        var lesson = writing.propose(words);
        return RestResponse.ResponseBuilder.create(RestResponse.Status.CREATED, lesson)
                .location(URI.create(PATH + "/" + lesson.id()))
                .tag(Versions.tag(lesson.version()))
                .build();
    }

    @GET
    @Operation(
            summary = "Search lessons of all agencies and countries, newest first",
            description = "By words and by codes. Best practice as well as failure.")
    @APIResponse(responseCode = "200", description = "One page.")
    public Page<LessonView> searchLessons(@Valid @BeanParam LessonsQuery query, @Valid @BeanParam PageRequest page) {
        return audited.run(ReferralEvent.LESSONS_SEARCHED, trail -> {
            permits.requireAny(Action.READ_LESSON);
            var agency = caller.get().agency();
            var rows = lessons.find(query, agency, page);
            trail.returned(Math.min(rows.size(), page.limit()));
            return Page.of(rows, page.limit(), l -> new Cursor(l.listedAt, l.id), l -> LessonView.of(l, agency));
        });
    }

    @GET
    @Path("/closing-questions")
    @Operation(
            summary = "What to ask yourselves when a piece of work ends",
            description = "Whoever closes it says whether a lesson was proposed; the two are kept apart.")
    @APIResponse(responseCode = "200", description = "The questions.")
    public Questions readClosingQuestions() {
        return audited.run(ReferralEvent.LESSONS_SEARCHED, trail -> {
            permits.requireAny(Action.READ_LESSON);
            return new Questions(ClosingQuestion.ALL);
        });
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "Read a lesson", description = "Published, or your agency's own.")
    @APIResponseSchema(value = LessonView.class, responseCode = "200")
    public RestResponse<LessonView> readLesson(UUID id) {
        return Versions.tagged(audited.run(ReferralEvent.LESSON_READ, trail -> {
            permits.requireAny(Action.READ_LESSON);
            return LessonView.of(own.known(id, trail), caller.get().agency());
        }));
    }

    @PUT
    @Path("/{id}")
    @Operation(
            summary = "Put a lesson that is not published into other words",
            description = "It waits to be read anew.")
    @APIResponseSchema(value = LessonView.class, responseCode = "200")
    @APIResponse(responseCode = "409", description = "illegal-transition: it is published or withdrawn.")
    public RestResponse<LessonView> rewriteLesson(
            UUID id, @HeaderParam("If-Match") @Nullable String ifMatch, @NotNull @Valid LessonWords words) {
        return Versions.tagged(writing.rewrite(id, ifMatch, words));
    }

    @POST
    @Path("/{id}/checks")
    @Operation(summary = "Read somebody else's lesson for anonymity, and publish it or give it back")
    @APIResponseSchema(value = LessonView.class, responseCode = "200")
    @APIResponse(responseCode = "403", description = "second-person-needed: you wrote it.")
    public RestResponse<LessonView> checkLesson(
            UUID id, @HeaderParam("If-Match") @Nullable String ifMatch, @NotNull @Valid LessonCheck check) {
        return Versions.tagged(checking.check(id, ifMatch, check));
    }

    @POST
    @Path("/{id}/withdrawals")
    @Operation(summary = "Take a lesson of your agency back", description = "Its words are gone for good.")
    @APIResponseSchema(value = LessonView.class, responseCode = "200")
    public RestResponse<LessonView> withdrawLesson(
            UUID id, @HeaderParam("If-Match") @Nullable String ifMatch, @NotNull @Valid LessonWithdrawal withdrawal) {
        return Versions.tagged(checking.withdraw(id, ifMatch, withdrawal.reason()));
    }
}
