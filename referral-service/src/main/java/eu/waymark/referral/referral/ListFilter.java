package eu.waymark.referral.referral;

import eu.waymark.platform.web.http.QueryCodes;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** Which of the agency's referrals are asked for. */
class ListFilter {

    private static final String OVERDUE = "status in ('SENT', 'RECEIVED') and sending.dueAt <= :now";
    private static final String IN_TIME = "(status not in ('SENT', 'RECEIVED') or sending.dueAt > :now)";

    @Parameter(
            description = "Only those received, or only those sent.",
            schema = @Schema(implementation = Direction.class))
    @QueryParam("direction")
    @Nullable
    String direction;

    @Parameter(description = "Only those in this state.", schema = @Schema(implementation = ReferralStatus.class))
    @QueryParam("status")
    @Nullable
    String status;

    @Parameter(description = "Only those that ask for this.", schema = @Schema(implementation = Kind.class))
    @QueryParam("kind")
    @Nullable
    String kind;

    @Parameter(description = "Only those of this level.", schema = @Schema(implementation = Level.class))
    @QueryParam("level")
    @Nullable
    String level;

    @Parameter(
            description = "Only those that should have been decided by now, or only the others.",
            schema = @Schema(implementation = Boolean.class))
    @QueryParam("overdue")
    @Nullable
    String overdue;

    /** A condition with the one value that it names. */
    record Condition(String hql, String name, Object value) {}

    /** @throws eu.waymark.platform.web.problem.ProblemException 400 when it is none */
    Optional<Direction> direction() {
        return QueryCodes.parsed("direction", direction, Direction.values());
    }

    /**
     * All but the direction.
     *
     * @throws eu.waymark.platform.web.problem.ProblemException 400 naming the parameter that has no such value
     */
    List<Condition> conditions(Instant now) {
        var conditions = new ArrayList<Condition>();
        QueryCodes.parsed("status", status, ReferralStatus.values())
                .ifPresent(value -> conditions.add(new Condition("status = :status", "status", value)));
        QueryCodes.parsed("kind", kind, Kind.values())
                .ifPresent(value -> conditions.add(new Condition("work.kind = :kind", "kind", value)));
        QueryCodes.parsed("level", level, Level.values())
                .ifPresent(value -> conditions.add(new Condition("work.level = :level", "level", value)));
        QueryCodes.parsed("overdue", overdue, YesNo.values())
                .ifPresent(value -> conditions.add(new Condition(value == YesNo.TRUE ? OVERDUE : IN_TIME, "now", now)));
        return conditions;
    }

    private enum YesNo {
        TRUE,
        FALSE
    }
}
