package eu.waymark.register.sealing;

import eu.waymark.platform.persistence.audit.AuditedWork;
import eu.waymark.platform.web.Personal;
import eu.waymark.platform.web.http.Versions;
import eu.waymark.platform.web.paging.Cursor;
import eu.waymark.platform.web.paging.Page;
import eu.waymark.platform.web.paging.PageRequest;
import eu.waymark.platform.web.problem.CommonProblem;
import eu.waymark.register.RegisterEvent;
import eu.waymark.register.disclosure.DisclosureView;
import eu.waymark.register.disclosure.DisclosuresResource.Decision;
import eu.waymark.register.disclosure.RequestsBehindSeal;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** What everybody else does about a hidden child, told to its named workers. */
@Produces(MediaType.APPLICATION_JSON)
@Path(SealedEntriesResource.PATH + "/{id}")
@Tag(name = "sealed entries")
public class BehindSealResource {

    private final SealedEntries sealed;
    private final BehindSeal behind;
    private final RequestsBehindSeal requests;
    private final AuditedWork audited;

    BehindSealResource(SealedEntries sealed, BehindSeal behind, RequestsBehindSeal requests, AuditedWork audited) {
        this.sealed = sealed;
        this.behind = behind;
        this.requests = requests;
        this.audited = audited;
    }

    /** A look: who, of which agency, why and when. */
    @Schema(name = "LookBehindSeal")
    public record SealedLook(String askerName, String agency, String country, String purpose, Instant at)
            implements Personal {

        static SealedLook of(BehindSeal.Looked look) {
            return new SealedLook(look.askerName(), look.agency(), look.country(), look.purpose(), look.at());
        }

        @Override
        public String toString() {
            return REDACTED;
        }
    }

    /** What happened to the entry that everybody sees. */
    @Schema(name = "FrontNote", examples = "{\"kind\":\"front-ended\",\"at\":\"2026-11-22T09:30:00Z\"}")
    public record FrontNote(String kind, Instant at) {

        static FrontNote of(BehindSeal.Noted note) {
            return new FrontNote(note.kind(), note.at());
        }
    }

    @GET
    @Path("/looks")
    @RolesAllowed({"practitioner", "manager", "supervisor"})
    @Operation(summary = "Who looked since it was sealed, newest first")
    public Page<SealedLook> looks(UUID id, @BeanParam @Valid PageRequest page) {
        return audited.run(RegisterEvent.SEALED_READ, trail -> {
            sealed.named(id, trail);
            var rows = behind.looks(id, page.after(), page.limit());
            trail.returned(Math.min(rows.size(), page.limit()));
            return Page.of(rows, page.limit(), look -> new Cursor(look.at(), look.id()), SealedLook::of);
        });
    }

    @GET
    @Path("/notices")
    @RolesAllowed({"practitioner", "manager", "supervisor"})
    @Operation(
            summary =
                    "What the old agency did with the entry that everybody sees, what became of proposals, and which review is due")
    public Page<FrontNote> notices(UUID id, @BeanParam @Valid PageRequest page) {
        return audited.run(RegisterEvent.SEALED_READ, trail -> {
            sealed.named(id, trail);
            var rows = behind.notes(id, page.after(), page.limit());
            trail.returned(Math.min(rows.size(), page.limit()));
            return Page.of(rows, page.limit(), note -> new Cursor(note.at(), note.id()), FrontNote::of);
        });
    }

    @GET
    @Path("/requests")
    @RolesAllowed({"practitioner", "manager", "supervisor"})
    @Operation(summary = "Who asked for content since it was sealed, newest first")
    public Page<DisclosureView> requests(UUID id, @BeanParam @Valid PageRequest page) {
        return audited.run(RegisterEvent.SEALED_READ, trail -> {
            sealed.named(id, trail);
            var rows = behind.requests(id, page.after(), page.limit());
            trail.returned(Math.min(rows.size(), page.limit()));
            return Page.of(rows, page.limit(), asked -> new Cursor(asked.at(), asked.id()), asked -> requests.view(
                            List.of(asked.id()))
                    .getFirst());
        });
    }

    @POST
    @Path("/requests/{request}/decisions")
    @RolesAllowed({"practitioner", "manager", "supervisor"})
    @Operation(
            summary = "Accept or refuse, for the entry that everybody sees",
            description = "The asker is answered by your country, with what the entry said before.")
    @APIResponseSchema(value = DisclosureView.class, responseCode = "200")
    public RestResponse<DisclosureView> decide(
            UUID id,
            UUID request,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @NotNull @Valid Decision decision) {
        var decided = audited.run(RegisterEvent.SEALED_CHANGED, trail -> {
            sealed.named(id, trail);
            if (!behind.isAskedOf(request, id)) {
                throw CommonProblem.NOT_FOUND.because("There is no such request about this entry.");
            }
            return requests.decide(request, ifMatch, decision, trail);
        });
        return RestResponse.ResponseBuilder.ok(decided)
                .tag(Versions.tag(decided.version()))
                .build();
    }
}
