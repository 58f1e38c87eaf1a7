package eu.waymark.referral.running;

import eu.waymark.clocks.Pause;
import eu.waymark.platform.web.problem.CommonProblem;
import eu.waymark.platform.web.problem.ProblemException;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.QueryParam;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** A clock that somebody thinks of. */
public class ClockQuery {

    private static final Instant FIRST = Instant.parse("2000-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("2100-01-01T00:00:00Z");
    private static final int PARTS = 3;

    @QueryParam("rule")
    @NotNull
    @Pattern(regexp = "[A-Z0-9-]{1,64}", message = "must be the code of a rule")
    @Parameter(description = "The code of a rule.", example = "EN-DEC")
    @Nullable
    String rule;

    @QueryParam("place")
    @NotNull
    @Pattern(regexp = "[A-Z]{2}(-[A-Z0-9]{1,3})?", message = "must be a country or part of one in ISO 3166 codes")
    @Parameter(description = "Whose days count: a country or part of one in ISO 3166 codes.", example = "GB-ENG")
    @Nullable
    String place;

    @QueryParam("start")
    @NotNull
    @Parameter(description = "When the clock starts, 2000 to 2099.", example = "2026-04-02T09:00:00Z")
    @Nullable
    Instant start;

    @QueryParam("version")
    @Pattern(regexp = "[A-Za-z0-9][A-Za-z0-9._-]{0,63}", message = "must be a version")
    @Parameter(description = "Of the rule document; the one in force where absent.", example = "2")
    @Nullable
    String version;

    @QueryParam("pause")
    @Size(max = 20)
    @Parameter(
            description = "When the clock stood still: from/until/reason.",
            example = "2026-04-07T09:00:00Z/2026-04-09T09:00:00Z/request-incomplete")
    @Nullable
    List<String> pauses;

    Instant start() {
        return Optional.ofNullable(start)
                .filter(ClockQuery::isThinkable)
                .orElseThrow(() -> wrong("start", "must be a moment from 2000 to 2099"));
    }

    List<Pause> pauses() {
        return pauses == null
                ? List.of()
                : pauses.stream().map(ClockQuery::pause).toList();
    }

    private static Pause pause(String written) {
        var parts = written.split("/");
        try {
            if (parts.length == PARTS) {
                var pause = new Pause(Instant.parse(parts[0]), Instant.parse(parts[1]), parts[2]);
                if (isThinkable(pause.from()) && isThinkable(pause.until())) {
                    return pause;
                }
            }
        } catch (DateTimeException | IllegalArgumentException malformed) {
            throw wrongPause();
        }
        throw wrongPause();
    }

    private static boolean isThinkable(Instant moment) {
        return !moment.isBefore(FIRST) && moment.isBefore(LAST);
    }

    private static ProblemException wrongPause() {
        return wrong("pause", "must be from/until/reason, and end after it began");
    }

    private static ProblemException wrong(String field, String message) {
        return CommonProblem.INVALID_FIELDS
                .because("Name a rule, a place and a start.")
                .at(field, message);
    }
}
