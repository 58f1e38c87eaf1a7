package eu.waymark.register.lookup;

import eu.waymark.access.Action;
import eu.waymark.access.Relationship;
import eu.waymark.platform.persistence.access.Permits;
import eu.waymark.platform.persistence.audit.AuditedWork;
import eu.waymark.platform.web.paging.Cursor;
import eu.waymark.platform.web.paging.Page;
import eu.waymark.platform.web.paging.PageRequest;
import eu.waymark.register.RegisterEvent;
import eu.waymark.register.lookup.OwnLooks.OwnLook;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Looks of the asker's side. */
@Produces(MediaType.APPLICATION_JSON)
@Path("/api/register/v1/lookups")
@Tag(name = "checks")
public class LookupsResource {

    private final OwnLooks own;
    private final ReleasingLook releasing;
    private final Permits permits;
    private final AuditedWork audited;

    LookupsResource(OwnLooks own, ReleasingLook releasing, Permits permits, AuditedWork audited) {
        this.own = own;
        this.releasing = releasing;
        this.permits = permits;
        this.audited = audited;
    }

    /**
     * A look of one's own.
     *
     * @param country in which the child is known; which agency is responsible is not for strangers
     */
    @Schema(name = "OwnLook", examples = """
            {"id":"0f0c4a52-4d7c-4d9e-8f5a-0f1f5b0f7f10","at":"2026-11-22T09:30:00Z","purpose":"CP-ASSESS","country":"GB",
             "isProtected":false}""")
    public record OwnLookView(UUID id, Instant at, String purpose, String country, boolean isProtected) {

        static OwnLookView of(OwnLook look) {
            return new OwnLookView(look.id(), look.at(), look.purpose(), look.country(), look.isProtected());
        }
    }

    /**
     * What somebody is to know of a protected look.
     *
     * @param recipient the holder's central authority, or the holder
     * @param what which agency looked and why, or who as well
     */
    @Schema(name = "LookRelease", examples = "{\"recipient\":\"central-authority\",\"what\":\"agency\"}")
    public record Release(
            @NotNull @Pattern(regexp = "central-authority|holder", message = "must be central-authority or holder")
            String recipient,

            @NotNull @Pattern(regexp = "agency|person", message = "must be agency or person")
            String what) {

        boolean isToHolder() {
            return recipient.equals(LookRelease.TO_HOLDER);
        }
    }

    @GET
    @RolesAllowed({"practitioner", "central-authority"})
    @Operation(summary = "Your own looks, newest first", description = "Yours only, not those of your colleagues.")
    public Page<OwnLookView> list(@BeanParam @Valid PageRequest page) {
        return audited.run(RegisterEvent.OWN_LOOKS_READ, trail -> {
            permits.require(Action.CHECK, Relationship.NONE);
            var rows = own.list(page.after(), page.limit());
            own.trace(rows.stream().limit(page.limit()).toList(), trail);
            return Page.of(rows, page.limit(), look -> new Cursor(look.at(), look.id()), OwnLookView::of);
        });
    }

    @POST
    @Path("/{id}/releases")
    @RolesAllowed("central-authority")
    @Operation(
            summary = "Let the holder's side know more of a protected look",
            description = "For the central authority of the asker's country. Once the holder knows who looked, the look"
                    + " stands among the others.")
    public Release release(UUID id, @NotNull @Valid Release request) {
        return releasing.release(id, request);
    }
}
