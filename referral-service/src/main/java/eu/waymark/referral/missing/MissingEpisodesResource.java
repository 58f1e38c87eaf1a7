package eu.waymark.referral.missing;

import eu.waymark.access.Action;
import eu.waymark.platform.persistence.audit.AuditedWork;
import eu.waymark.platform.web.caller.CurrentCaller;
import eu.waymark.platform.web.http.Versions;
import eu.waymark.platform.web.paging.Cursor;
import eu.waymark.platform.web.paging.Page;
import eu.waymark.platform.web.paging.PageRequest;
import eu.waymark.referral.ReferralEvent;
import eu.waymark.referral.access.Permits;
import eu.waymark.referral.lesson.Learned;
import jakarta.annotation.security.RolesAllowed;
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
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Children who are missing, for the agency that is responsible for them. */
@Path(MissingEpisodesResource.PATH)
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({"practitioner", "supervisor", "manager", "central-authority"})
@Tag(
        name = "missing-episodes",
        description = "A child is missing: what is to be done, its return, and what it says of it.")
public class MissingEpisodesResource {

    static final String PATH = "/api/referral/v1/missing-episodes";

    private static final String STATES = "open|found|closed|annulled";

    private final OpeningEpisode opening;
    private final WorkingEpisode working;
    private final EpisodeChanges changes;
    private final FindingChild finding;
    private final Episodes episodes;
    private final Permits permits;
    private final AuditedWork audited;
    private final CurrentCaller caller;

    MissingEpisodesResource(
            OpeningEpisode opening,
            WorkingEpisode working,
            EpisodeChanges changes,
            FindingChild finding,
            Episodes episodes,
            Permits permits,
            AuditedWork audited,
            CurrentCaller caller) {
        this.opening = opening;
        this.working = working;
        this.changes = changes;
        this.finding = finding;
        this.episodes = episodes;
        this.permits = permits;
        this.audited = audited;
        this.caller = caller;
    }

    /** What became of one thing that was expected. */
    @Schema(name = "MissingActionAnswer", examples = "{\"action\":\"call-the-child\",\"outcome\":\"done\"}")
    public record ActionAnswer(
            @NotNull @Pattern(regexp = "[a-z-]{3,40}", message = "must be one of the episode's actions")
            String action,

            @NotNull @Pattern(regexp = "done|not-needed", message = "must be done or not-needed")
            String outcome,

            @Schema(description = "Why it was not needed, or how it went. Kept encrypted.")
            @Size(min = 1, max = 2000)
            @Nullable
            String reason) {

        @AssertTrue(message = "must be given where the action was not needed")
        @Schema(hidden = true)
        boolean isReasonWhereNeeded() {
            return !"not-needed".equals(outcome) || reason != null;
        }
    }

    /** Under which numbers the police look for the child; nothing that they hold. */
    @Schema(
            name = "MissingReferences",
            examples = "{\"policeReference\":\"KENT-4711\",\"sisReference\":\"GB-2026-4711\"}")
    public record References(
            @Pattern(regexp = NewEpisode.REFERENCE, message = "must be a number of at most 40 characters") @Nullable
            String policeReference,

            @Pattern(regexp = NewEpisode.REFERENCE, message = "must be a number of at most 40 characters") @Nullable
            String sisReference) {}

    /** Somebody of the agency who must not know of it. */
    @Schema(name = "MissingConflict", examples = "{\"subject\":\"5d3c2f0e-8f51-4c1c-9d0b-8a1f6f0e7b44\"}")
    public record Conflict(@NotBlank @Size(max = 100) String subject) {}

    /** What was learned is asked at the end. */
    @Schema(name = "MissingClosure", examples = "{\"learned\":\"nothing-new\"}")
    public record Closure(@NotNull Learned learned) {}

    /** That the child was never away. */
    @Schema(
            name = "MissingAnnulment",
            examples = "{\"reason\":\"She had slept at a friend's, with leave; the night shift did not know.\"}")
    public record Annulment(@NotBlank @Size(max = 2000) String reason) {}

    @POST
    @Operation(
            summary = "Say that a child of your agency's is missing",
            description = "Gives the list of what is expected, each with its hour. One open episode for each child.")
    @APIResponseSchema(value = EpisodeView.class, responseCode = "201")
    @APIResponse(responseCode = "404", description = "Your agency has no such person record.")
    @APIResponse(responseCode = "409", description = "episode-open: with its id only where it is your agency's.")
    public RestResponse<EpisodeView> openMissingEpisode(@NotNull @Valid NewEpisode request) {
        var episode = opening.open(request);
        return RestResponse.ResponseBuilder.create(RestResponse.Status.CREATED, episode)
                .location(URI.create(PATH + "/" + episode.id()))
                .tag(Versions.tag(episode.version()))
                .build();
    }

    @GET
    @Operation(summary = "List your agency's episodes, newest first, without their texts")
    @APIResponse(responseCode = "200", description = "One page.")
    public Page<EpisodeSummary> listMissingEpisodes(
            @Parameter(description = "Only those that stand there.")
                    @QueryParam("status")
                    @Pattern(regexp = STATES, message = "must be one of " + STATES)
                    @Nullable
                    String status,
            @Valid @BeanParam PageRequest page) {
        return audited.run(ReferralEvent.MISSING_LISTED, trail -> {
            permits.requireAny(Action.WORK_MISSING);
            var rows = episodes.of(caller.get(), status, page);
            episodes.name(rows.subList(0, Math.min(rows.size(), page.limit())), trail);
            return Page.of(rows, page.limit(), e -> new Cursor(e.openedAt, e.id), EpisodeSummary::of);
        });
    }

    @GET
    @Path("/{id}")
    @Operation(
            summary = "Read an episode",
            description = "The place where the child is, only for those who were named.")
    @APIResponseSchema(value = EpisodeView.class, responseCode = "200")
    public RestResponse<EpisodeView> readMissingEpisode(UUID id) {
        return Versions.tagged(working.read(id, ReferralEvent.MISSING_READ));
    }

    @POST
    @Path("/{id}/actions")
    @Operation(summary = "Say what became of something that was expected")
    @APIResponseSchema(value = EpisodeView.class, responseCode = "200")
    @APIResponse(responseCode = "409", description = "illegal-transition: it has been answered, or the child is back.")
    public RestResponse<EpisodeView> answerMissingAction(
            UUID id, @HeaderParam("If-Match") @Nullable String ifMatch, @NotNull @Valid ActionAnswer answer) {
        return Versions.tagged(working.change(
                id,
                ifMatch,
                ReferralEvent.MISSING_ACTION_ANSWERED,
                (episode, by, trail) -> changes.answer(episode, answer, by, trail)));
    }

    @PUT
    @Path("/{id}/references")
    @Operation(
            summary = "Keep the numbers under which the police look for the child",
            description = "No copy of what they hold.")
    @APIResponseSchema(value = EpisodeView.class, responseCode = "200")
    public RestResponse<EpisodeView> referMissingEpisode(
            UUID id, @HeaderParam("If-Match") @Nullable String ifMatch, @NotNull @Valid References references) {
        return Versions.tagged(working.change(
                id,
                ifMatch,
                ReferralEvent.MISSING_REFERRED,
                (episode, by, trail) -> changes.refer(episode, references)));
    }

    @POST
    @Path("/{id}/conflicts")
    @Operation(
            summary = "Keep somebody of your own agency from an episode",
            description = "A relative, say. From now on it does not exist for them.")
    @APIResponseSchema(value = EpisodeView.class, responseCode = "200")
    public RestResponse<EpisodeView> keepFromMissingEpisode(
            UUID id, @HeaderParam("If-Match") @Nullable String ifMatch, @NotNull @Valid Conflict conflict) {
        return Versions.tagged(working.change(
                id,
                ifMatch,
                ReferralEvent.MISSING_CONFLICT_SET,
                (episode, by, trail) -> changes.keepFrom(episode, conflict.subject(), by)));
    }

    @POST
    @Path("/{id}/finding")
    @Operation(
            summary = "Say that the child has been seen",
            description = "Whoever reported it learns that it is safe and seen, and no more. The clock of the return"
                    + " interview starts, and the register's alert is to be ended.")
    @APIResponseSchema(value = EpisodeView.class, responseCode = "200")
    @APIResponse(responseCode = "409", description = "illegal-transition: it is not missing any more.")
    public RestResponse<EpisodeView> findMissingChild(
            UUID id, @HeaderParam("If-Match") @Nullable String ifMatch, @NotNull @Valid Finding found) {
        return Versions.tagged(working.change(
                id,
                ifMatch,
                ReferralEvent.MISSING_FOUND,
                (episode, by, trail) -> finding.found(episode, found, by, trail)));
    }

    @POST
    @Path("/{id}/return-interview")
    @Operation(
            summary = "Say that the talk after the return was offered, held or refused",
            description = "Held by somebody independent; recorded by nobody who works on the episode.")
    @APIResponseSchema(value = EpisodeView.class, responseCode = "200")
    @APIResponse(responseCode = "403", description = "not-independent: you work on the episode.")
    @APIResponse(responseCode = "409", description = "illegal-transition: it has been held or refused.")
    public RestResponse<EpisodeView> noteReturnInterview(
            UUID id, @HeaderParam("If-Match") @Nullable String ifMatch, @NotNull @Valid InterviewNote note) {
        return Versions.tagged(working.change(
                id,
                ifMatch,
                ReferralEvent.MISSING_INTERVIEW_NOTED,
                (episode, by, trail) -> finding.note(episode, note, by, trail)));
    }

    @POST
    @Path("/{id}/closure")
    @Operation(summary = "Close an episode in which nothing is left to do")
    @APIResponseSchema(value = EpisodeView.class, responseCode = "200")
    @APIResponse(
            responseCode = "422",
            description =
                    "open-gates: the alert or the return interview is not over, or steps of the guideline are open.")
    public RestResponse<EpisodeView> closeMissingEpisode(
            UUID id, @HeaderParam("If-Match") @Nullable String ifMatch, @NotNull @Valid Closure closure) {
        return Versions.tagged(working.change(id, ifMatch, ReferralEvent.MISSING_CLOSED, (episode, by, trail) -> {
            closure.learned().noteOn(trail);
            changes.close(episode, by);
        }));
    }

    @POST
    @Path("/{id}/annulment")
    @Operation(
            summary = "Take an episode back that was a mistake",
            description = "It counts for nothing any more, and stays readable.")
    @APIResponseSchema(value = EpisodeView.class, responseCode = "200")
    public RestResponse<EpisodeView> annulMissingEpisode(
            UUID id, @HeaderParam("If-Match") @Nullable String ifMatch, @NotNull @Valid Annulment annulment) {
        return Versions.tagged(working.change(
                id,
                ifMatch,
                ReferralEvent.MISSING_ANNULLED,
                (episode, by, trail) -> changes.annul(episode, annulment.reason(), by)));
    }
}
