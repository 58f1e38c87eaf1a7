package eu.waymark.register.change;

import eu.waymark.platform.web.caller.PurposeFree;
import eu.waymark.platform.web.problem.CommonProblem;
import io.quarkus.security.Authenticated;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What the directory said, for whoever must tell years later what was in force. Who changed it registrars see elsewhere. */
@Produces(MediaType.APPLICATION_JSON)
@Path("/api/register/v1/directory-history")
@PurposeFree
@Tag(name = "directory", description = "Agencies, desks, measures, agreements and code lists")
public class DirectoryHistoryResource {

    private final DirectoryHistory history;

    DirectoryHistoryResource(DirectoryHistory history) {
        this.history = history;
    }

    /** @param items oldest first */
    public record DirectoryVersions(List<DirectoryVersion> items) {}

    @GET
    @Path("/{kind}/{code}")
    @Authenticated
    @Operation(
            summary = "Every version of an agency, desk, agreement, area, kind of harm, legal basis or rule of a place",
            description = "Empty where it was never changed: then it has always been what its list says."
                    + " The words of a measure have their own days: ask /measures for one.")
    public DirectoryVersions of(
            @Pattern(
                            regexp = "agency|desk|agreement|area|harm|place-rule|retention-rule|legal-basis",
                            message = "must be a kind of thing of the directory")
                    String kind,
            @Pattern(regexp = "[A-Za-z0-9._-]{1,64}", message = "must be a code") String code,
            @QueryParam("on")
                    @Parameter(description = "Only what stood on this day (UTC).", example = "2026-01-01")
                    @Nullable
                    String on) {
        return new DirectoryVersions(on == null ? history.of(kind, code) : history.of(kind, code, day(on)));
    }

    private static LocalDate day(String on) {
        try {
            return LocalDate.parse(on);
        } catch (DateTimeException noDay) {
            throw CommonProblem.INVALID_FIELDS
                    .because("Ask for a day such as 2026-01-01.")
                    .at("on", "must be a day of the calendar");
        }
    }
}
