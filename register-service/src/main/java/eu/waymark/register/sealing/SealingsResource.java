package eu.waymark.register.sealing;

import eu.waymark.platform.web.Personal;
import eu.waymark.register.worker.Worker;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Hides where a child is protected from now on. */
@Produces(MediaType.APPLICATION_JSON)
@Path("/api/register/v1/entries/{id}/sealings")
@Tag(name = "sealed entries", description = "Hidden children, for their named workers only")
public class SealingsResource {

    private final SealingEntry sealing;

    SealingsResource(SealingEntry sealing) {
        this.sealing = sealing;
    }

    /**
     * Who is responsible from now on, and who alone knows.
     *
     * @param workers of that agency; two at least, so that one can be ill
     */
    @Schema(examples = """
            {"responsible":"GB-YORK","reason":"Those who exploited her know the address.",
             "workers":[{"subject":"8f14e45f-ceea-467f-a8f5-1f6d2c107a1d","name":"Nadia Frost"},
                        {"subject":"5b1c0c5e-0f2c-4a51-9a2e-7d2a8c0f7b11","name":"Owen Hale"}]}""")
    public record NewSealing(
            @NotBlank @Size(max = 33) String responsible,
            @NotNull @Size(min = 2, max = 10) List<@NotNull @Valid Worker> workers,
            @NotBlank @Size(max = 1000) String reason)
            implements Personal {

        @Override
        public String toString() {
            return REDACTED;
        }
    }

    @POST
    @RolesAllowed("supervisor")
    @Operation(
            summary = "Seal one of your agency's entries",
            description = "Your agency and everybody else go on seeing the entry as it is, and are answered as before."
                    + " Whether one was sealed already cannot be seen from the answer. Name people of the agency that is"
                    + " responsible from now on, who work as practitioner, supervisor or manager: accounts are the"
                    + " issuer's, so this is not checked, and a wrong id names nobody.")
    @APIResponse(responseCode = "204", description = "Done")
    public void seal(UUID id, @NotNull @Valid NewSealing request) {
        sealing.seal(id, request);
    }
}
