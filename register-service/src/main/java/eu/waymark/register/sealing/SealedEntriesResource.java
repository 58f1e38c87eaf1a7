package eu.waymark.register.sealing;

import eu.waymark.platform.persistence.audit.AuditedWork;
import eu.waymark.platform.web.Personal;
import eu.waymark.platform.web.http.Versions;
import eu.waymark.platform.web.paging.Cursor;
import eu.waymark.platform.web.paging.Page;
import eu.waymark.platform.web.paging.PageRequest;
import eu.waymark.register.RegisterEvent;
import eu.waymark.register.worker.Worker;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
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
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** The hidden children of those who are named, and of nobody else. */
@Produces(MediaType.APPLICATION_JSON)
@Path(SealedEntriesResource.PATH)
@Tag(name = "sealed entries")
public class SealedEntriesResource {

    static final String PATH = "/api/register/v1/sealed-entries";

    private final SealedEntries sealed;
    private final ChangingSealed changing;
    private final AuditedWork audited;

    SealedEntriesResource(SealedEntries sealed, ChangingSealed changing, AuditedWork audited) {
        this.sealed = sealed;
        this.changing = changing;
        this.audited = audited;
    }

    /** How it stands after a review. Protection does not end under a seal: unseal first. */
    @Schema(examples = """
            {"measure":"GB-ENG-CPP","harms":["trafficking"],"risk":"high","decidedOn":"2026-11-20",
             "summary":"Goes to school; two workers visit."}""")
    public record SealedReview(
            @NotBlank @Size(max = 50) String measure,
            @NotEmpty @Size(max = 8) List<@NotBlank @Size(max = 40) String> harms,

            @NotNull @Pattern(regexp = "high|medium|low", message = "must be high, medium or low")
            String risk,

            @NotBlank @Size(max = 1000) String summary,
            @NotNull LocalDate decidedOn)
            implements Personal {

        @Override
        public String toString() {
            return REDACTED;
        }
    }

    /** Who knows from now on. */
    @Schema(examples = """
            {"workers":[{"subject":"8f14e45f-ceea-467f-a8f5-1f6d2c107a1d","name":"Nadia Frost"},
                        {"subject":"5b1c0c5e-0f2c-4a51-9a2e-7d2a8c0f7b11","name":"Owen Hale"}]}""")
    public record WhoKnows(@NotNull @Size(min = 2, max = 10) List<@NotNull @Valid Worker> workers) implements Personal {

        @Override
        public String toString() {
            return REDACTED;
        }
    }

    @GET
    @RolesAllowed({"practitioner", "manager", "supervisor"})
    @Operation(summary = "The sealed entries on which you are named, newest first")
    public Page<SealedEntryView> list(@BeanParam @Valid PageRequest page) {
        return audited.run(RegisterEvent.SEALED_LISTED, trail -> {
            var rows = sealed.named(trail, page.after(), page.limit());
            sealed.trace(rows.stream().limit(page.limit()).toList(), trail);
            return Page.of(rows, page.limit(), row -> new Cursor(row.sealedAt, row.id), sealed::view);
        });
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({"practitioner", "manager", "supervisor"})
    @Operation(summary = "One of the sealed entries on which you are named")
    @APIResponseSchema(value = SealedEntryView.class, responseCode = "200")
    public RestResponse<SealedEntryView> read(UUID id) {
        return Versions.tagged(audited.run(RegisterEvent.SEALED_READ, trail -> sealed.view(sealed.named(id, trail))));
    }

    @POST
    @Path("/{id}/reviews")
    @RolesAllowed({"practitioner", "manager", "supervisor"})
    @Operation(
            summary = "Record a review of what is true",
            description = "What everybody else sees stays. The next is due by the national calendar.")
    @APIResponseSchema(value = SealedEntryView.class, responseCode = "200")
    public RestResponse<SealedEntryView> review(
            UUID id, @HeaderParam("If-Match") @Nullable String ifMatch, @NotNull @Valid SealedReview request) {
        return Versions.tagged(changing.review(id, ifMatch, request));
    }

    @PUT
    @Path("/{id}/workers")
    @RolesAllowed({"practitioner", "manager", "supervisor"})
    @Operation(summary = "Name who knows", description = "People of the responsible agency, two at least.")
    @APIResponseSchema(value = SealedEntryView.class, responseCode = "200")
    public RestResponse<SealedEntryView> name(
            UUID id, @HeaderParam("If-Match") @Nullable String ifMatch, @NotNull @Valid WhoKnows request) {
        return Versions.tagged(changing.name(id, ifMatch, request.workers()));
    }
}
