package eu.waymark.identity.review;

import eu.waymark.identity.link.Decision;
import eu.waymark.platform.web.http.Versions;
import eu.waymark.platform.web.paging.Page;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Pairs of records that may be one child. */
@Path(ReviewResource.PATH)
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({"practitioner", "supervisor", "manager", "central-authority"})
@Tag(name = "Reviews", description = "Pairs of records that may be one child, until people have decided.")
class ReviewResource {

    static final String PATH = "/api/identity/v1/reviews";

    private final ReadingReviews reading;
    private final TakingReview taking;
    private final DecidingReview deciding;

    ReviewResource(ReadingReviews reading, TakingReview taking, DecidingReview deciding) {
        this.reading = reading;
        this.taking = taking;
        this.deciding = deciding;
    }

    static URI location(UUID id) {
        return URI.create(PATH + "/" + id);
    }

    @GET
    @Operation(
            operationId = "listReviews",
            summary = "The queue of your agency, or of your country for its central authority",
            description = "First those of which the model knows least, then the younger child.")
    @APIResponse(responseCode = "200", description = "One page.")
    public Page<ReviewView> list(
            @Parameter(description = "At most this many, 1 to 200.")
                    @QueryParam("limit")
                    @DefaultValue("50")
                    @Min(1)
                    @Max(200)
                    int limit,
            @Parameter(description = "The 'next' of the page before.") @QueryParam("cursor") @Nullable String cursor) {
        return reading.queue(cursor, limit);
    }

    @POST
    @Operation(
            operationId = "askForReview",
            summary = "Put up a pair of which one record is yours",
            description = "A pair that waits already is answered with its review.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = NewReview.class),
                            examples = @ExampleObject(name = "after a search", value = NewReview.EXAMPLE)))
    @APIResponse(
            responseCode = "201",
            description = "It waits for a reviewer.",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = ReviewView.class),
                            examples = @ExampleObject(name = "open", value = ReviewView.EXAMPLE)))
    @APIResponse(responseCode = "404", description = "Unknown, or nothing that you may know of.")
    @APIResponse(responseCode = "409", description = "`already-decided`: people have, and nothing is new.")
    public RestResponse<ReviewView> ask(@Valid @NotNull NewReview review) {
        var asked = taking.ask(review);
        return RestResponse.ResponseBuilder.<ReviewView>created(location(asked.id()))
                .entity(asked)
                .tag(Versions.tag(asked.version()))
                .build();
    }

    @GET
    @Path("{id}")
    @Operation(
            operationId = "getReview",
            summary = "Both records of a review that you have claimed",
            description = "Yours in full. Another agency's too once it has opened its half, else how it agrees.")
    @APIResponse(
            responseCode = "200",
            description = "Side by side.",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = SideBySide.class),
                            examples = @ExampleObject(name = "side by side", value = SideBySide.EXAMPLE)))
    @APIResponse(responseCode = "409", description = "`review-not-claimed`: claim it first.")
    public SideBySide read(UUID id) {
        return reading.sideBySide(id);
    }

    @POST
    @Path("{id}/claim")
    @Operation(operationId = "claimReview", summary = "Take a review in hand for 30 minutes")
    @APIResponse(responseCode = "200", description = "Yours; again, it lasts longer.")
    @APIResponse(
            responseCode = "403",
            description = "`second-person-needed`, `another-reviewer-needed`: not by you again.")
    @APIResponse(responseCode = "409", description = "`review-claimed`: somebody else was faster.")
    public ReviewView claim(UUID id) {
        return taking.claim(id);
    }

    @POST
    @Path("{id}/opening")
    @Operation(
            operationId = "openReviewHalf",
            summary = "Let the other agency's reviewer read your record",
            description = "What your record says of the child leaves your agency. Between two countries the header"
                    + " `Legal-Basis` says on what basis, and it is on record.")
    @APIResponse(responseCode = "200", description = "Opened, for this review only.")
    @APIResponse(responseCode = "403", description = "`legal-basis-required`: the other record is of another country.")
    public ReviewView open(UUID id) {
        return taking.open(id);
    }

    @POST
    @Path("{id}/decision")
    @Operation(
            operationId = "decideReview",
            summary = "Say what the two records are to each other",
            description = "`same` across agencies is a proposal until somebody of the other agency, or of a central"
                    + " authority, confirms it. `unsure` leaves the pair to another reviewer.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = Decision.class),
                            examples = @ExampleObject(name = "same", value = Decision.EXAMPLE)))
    @APIResponse(
            responseCode = "200",
            description = "Decided, or proposed.",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = ReviewView.class)))
    @APIResponse(responseCode = "409", description = "`review-not-claimed`, `illegal-transition`.")
    public ReviewView decide(UUID id, @Valid @NotNull Decision decision) {
        return deciding.decide(id, decision);
    }

    @POST
    @Path("{id}/confirmation")
    @Operation(operationId = "confirmReview", summary = "Agree as the second person that the two are one child, or not")
    @RequestBody(
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = Confirmation.class),
                            examples = @ExampleObject(name = "agreed", value = Confirmation.EXAMPLE)))
    @APIResponse(
            responseCode = "200",
            description = "Linked, or back in the queue.",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = ReviewView.class)))
    @APIResponse(responseCode = "403", description = "`second-person-needed`: you or your agency proposed it.")
    public ReviewView confirm(UUID id, @Valid @NotNull Confirmation confirmation) {
        return deciding.confirm(id, confirmation);
    }
}
