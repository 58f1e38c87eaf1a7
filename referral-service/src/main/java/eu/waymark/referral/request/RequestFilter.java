package eu.waymark.referral.request;

import eu.waymark.platform.web.problem.CommonProblem;
import jakarta.ws.rs.QueryParam;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** Which of the agency's requests are asked for. */
class RequestFilter {

    @Parameter(
            description = "Only those received, sent, or taken to you as the central authority.",
            schema = @Schema(implementation = RequestDirection.class))
    @QueryParam("direction")
    @Nullable
    String direction;

    @Parameter(description = "Only those in this state.", schema = @Schema(implementation = RequestStatus.class))
    @QueryParam("status")
    @Nullable
    String status;

    /** @throws eu.waymark.platform.web.problem.ProblemException 400 when it is none */
    Optional<RequestDirection> direction() {
        return parsed("direction", direction, RequestDirection.values());
    }

    /** @throws eu.waymark.platform.web.problem.ProblemException 400 when it is none */
    Optional<RequestStatus> status() {
        return parsed("status", status, RequestStatus.values());
    }

    // The framework answers 404 to a query that it cannot convert, which would look like an empty desk.
    private static <E extends Enum<E>> Optional<E> parsed(String name, @Nullable String text, E[] values) {
        if (text == null) {
            return Optional.empty();
        }
        var found = Stream.of(values).filter(value -> code(value).equals(text)).findFirst();
        if (found.isEmpty()) {
            var codes = Stream.of(values).map(RequestFilter::code).collect(Collectors.joining(" or "));
            throw CommonProblem.INVALID_REQUEST.because("Correct the query.").at(name, "is " + codes);
        }
        return found;
    }

    private static String code(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
