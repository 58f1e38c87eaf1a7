package eu.waymark.register.entry;

import eu.waymark.platform.web.http.Versions;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** What keeps the answer about a child from those who would endanger it. */
@Produces(MediaType.APPLICATION_JSON)
@Path(EntriesResource.PATH + "/{id}/safeguards")
@Tag(name = "entries")
public class SafeguardsResource {

    private final SettingSafeguards setting;

    SafeguardsResource(SettingSafeguards setting) {
        this.setting = setting;
    }

    @PUT
    @RolesAllowed({"practitioner", "manager", "supervisor"})
    @Operation(
            summary = "Set who must not learn of a child, and what is told only by decision",
            description = "For the agency that is responsible. Each worker sets them; a supervisor takes one back."
                    + " They hold for recently ended entries too, since checks still find those.")
    @APIResponseSchema(value = EntryView.class, responseCode = "200")
    public RestResponse<EntryView> set(
            UUID id, @HeaderParam("If-Match") @Nullable String ifMatch, @NotNull @Valid NewSafeguards request) {
        var entry = setting.set(id, ifMatch, request);
        return RestResponse.ResponseBuilder.ok(entry)
                .tag(Versions.tag(entry.version()))
                .build();
    }
}
