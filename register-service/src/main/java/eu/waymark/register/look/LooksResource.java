package eu.waymark.register.look;

import eu.waymark.platform.persistence.audit.AuditedWork;
import eu.waymark.platform.web.Personal;
import eu.waymark.platform.web.caller.CurrentCaller;
import eu.waymark.platform.web.paging.Cursor;
import eu.waymark.platform.web.paging.Page;
import eu.waymark.platform.web.paging.PageRequest;
import eu.waymark.register.RegisterEvent;
import eu.waymark.register.entry.ReadingAsHolder;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Who looked at an entry, for those responsible for it. */
@Produces(MediaType.APPLICATION_JSON)
@Path("/api/register/v1/entries/{id}/lookups")
@Tag(name = "entries")
public class LooksResource {

    private final Looks looks;
    private final ReadingAsHolder reading;
    private final AuditedWork audited;
    private final CurrentCaller caller;

    LooksResource(Looks looks, ReadingAsHolder reading, AuditedWork audited, CurrentCaller caller) {
        this.looks = looks;
        this.reading = reading;
        this.audited = audited;
        this.caller = caller;
    }

    /** A look: who, of which agency, why and when. */
    @Schema(name = "Look")
    public record LookView(String askerName, String agency, String country, String purpose, Instant at)
            implements Personal {

        static LookView of(Look look) {
            return new LookView(look.askerName, look.agency, look.country, look.purpose, look.at);
        }

        @Override
        public String toString() {
            return REDACTED;
        }
    }

    @GET
    @RolesAllowed({"practitioner", "manager", "supervisor"})
    @Operation(
            summary = "Who looked at one of your agency's entries, newest first",
            description = "All looks for those who are named on the entry, or for everybody where nobody ever was;"
                    + " for their colleagues their own.")
    public Page<LookView> list(UUID id, @BeanParam @Valid PageRequest page) {
        return audited.run(RegisterEvent.LOOKS_READ, trail -> {
            reading.require(id, trail);
            var rows = looks.at(id, caller.get(), page.after(), page.limit());
            trail.returned(Math.min(rows.size(), page.limit()));
            return Page.of(rows, page.limit(), look -> new Cursor(look.at, look.id), LookView::of);
        });
    }
}
