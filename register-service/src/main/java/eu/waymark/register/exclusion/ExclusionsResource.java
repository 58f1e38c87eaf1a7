package eu.waymark.register.exclusion;

import eu.waymark.platform.web.Personal;
import eu.waymark.platform.web.http.Versions;
import eu.waymark.platform.web.paging.Page;
import eu.waymark.platform.web.paging.PageRequest;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.FutureOrPresent;
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
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Who is kept from an entry of the caller's own agency. For its supervisors. */
@Produces(MediaType.APPLICATION_JSON)
@Path("/api/register/v1/entries/{id}/exclusions")
@Tag(name = "entries")
public class ExclusionsResource {

    private final Excluding excluding;

    ExclusionsResource(Excluding excluding) {
        this.excluding = excluding;
    }

    /**
     * Whom to keep from an entry.
     *
     * @param party the account of a person ({@code sub} of its token), or the code of a desk or an agency
     * @param validTo the last day; absent where it lasts until it is lifted
     */
    @Schema(examples = """
            {"kind":"agency","party":"FR-69-CRIP","reason":"conflict-of-interest","validTo":"2099-11-22"}""")
    public record NewExclusion(
            @NotNull @Pattern(regexp = "person|desk|agency", message = "must be person, desk or agency")
            String kind,

            @NotBlank @Size(max = 100) String party,

            @NotNull
            @Pattern(
                    regexp = "relative|suspected|associate|conflict-of-interest|court-order|other",
                    message = "must be relative, suspected, associate, conflict-of-interest, court-order or other")
            String reason,

            @FutureOrPresent(message = "must not be in the past") @Nullable
            LocalDate validTo)
            implements Personal {

        @Override
        public String toString() {
            return REDACTED;
        }
    }

    @POST
    @RolesAllowed("supervisor")
    @Operation(
            summary = "Keep a person, a desk or an agency from an entry",
            description = "From now on they get the answer that nobody is known, and a desk without a conflict is told"
                    + " when they ask. A worker of your own agency no more finds the entry anywhere.")
    @APIResponseSchema(value = ExclusionView.class, responseCode = "201")
    public RestResponse<ExclusionView> exclude(UUID id, @NotNull @Valid NewExclusion request) {
        var exclusion = excluding.exclude(id, request);
        return RestResponse.ResponseBuilder.create(RestResponse.Status.CREATED, exclusion)
                .tag(Versions.tag(exclusion.version()))
                .build();
    }

    @GET
    @RolesAllowed("supervisor")
    @Operation(summary = "Who is or was kept from an entry, newest first")
    public Page<ExclusionView> list(UUID id, @BeanParam @Valid PageRequest page) {
        return excluding.list(id, page);
    }

    @POST
    @Path("/{exclusion}/lifting")
    @RolesAllowed("supervisor")
    @Operation(summary = "Lift an exclusion", description = "It stays on the list, with when it was lifted.")
    @APIResponseSchema(value = ExclusionView.class, responseCode = "200")
    public RestResponse<ExclusionView> lift(
            UUID id, UUID exclusion, @HeaderParam("If-Match") @Nullable String ifMatch) {
        var lifted = excluding.lift(id, exclusion, ifMatch);
        return RestResponse.ResponseBuilder.ok(lifted)
                .tag(Versions.tag(lifted.version()))
                .build();
    }
}
