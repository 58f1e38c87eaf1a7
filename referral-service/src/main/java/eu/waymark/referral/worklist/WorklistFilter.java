package eu.waymark.referral.worklist;

import eu.waymark.platform.web.problem.CommonProblem;
import eu.waymark.referral.work.WorkKind;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** Which of an agency's open work is asked for. A {@code @BeanParam}. */
public class WorklistFilter {

    static final String OWN_DESK = "own";

    @Parameter(
            description = "Only what lies on this desk of your agency; 'own' is the one that your token names.",
            example = "GB-KENT-DUTY")
    @QueryParam("desk")
    @Pattern(regexp = "own|[A-Z]{2}-[A-Z0-9-]{1,40}", message = "must be the code of a desk, or own")
    @Nullable
    String desk;

    @Parameter(description = "Only what you do, for yourself or for somebody who is away.")
    @QueryParam("mine")
    @DefaultValue("false")
    boolean mine;

    @Parameter(description = "Only what nobody does: taken by nobody, or by somebody who is away without a deputy.")
    @QueryParam("unassigned")
    @DefaultValue("false")
    boolean unassigned;

    @Parameter(description = "Only this kind of work, for example referral-decision.")
    @QueryParam("kind")
    @Pattern(regexp = "[a-z-]{1,60}", message = "must be a kind of work")
    @Nullable
    String kind;

    @Parameter(description = "Only what should have been done by now.")
    @QueryParam("overdue")
    @DefaultValue("false")
    boolean overdue;

    @Parameter(description = "Only what is due before this instant.", example = "2026-12-01T00:00:00Z")
    @QueryParam("dueBefore")
    @Nullable
    String dueBefore;

    /** @throws eu.waymark.platform.web.problem.ProblemException 400 when it is no instant */
    Optional<Instant> before() {
        try {
            return Optional.ofNullable(dueBefore).map(Instant::parse);
        } catch (DateTimeParseException malformed) {
            throw CommonProblem.INVALID_REQUEST
                    .because("Write an instant such as 2026-12-01T00:00:00Z.")
                    .at("dueBefore", "must be an instant");
        }
    }

    /** @throws eu.waymark.platform.web.problem.ProblemException 400 when there is no such kind: an empty list would mislead */
    Optional<WorkKind> kind() {
        if (kind == null) {
            return Optional.empty();
        }
        return Stream.of(WorkKind.values())
                .filter(known -> known.code().equals(kind))
                .findFirst()
                .or(() -> {
                    throw CommonProblem.INVALID_REQUEST
                            .because("Choose a kind that your worklist names.")
                            .at("kind", "is not a kind of work");
                });
    }
}
