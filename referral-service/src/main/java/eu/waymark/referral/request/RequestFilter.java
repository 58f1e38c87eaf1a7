package eu.waymark.referral.request;

import eu.waymark.platform.web.http.QueryCodes;
import jakarta.ws.rs.QueryParam;
import java.util.Optional;
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
        return QueryCodes.parsed("direction", direction, RequestDirection.values());
    }

    /** @throws eu.waymark.platform.web.problem.ProblemException 400 when it is none */
    Optional<RequestStatus> status() {
        return QueryCodes.parsed("status", status, RequestStatus.values());
    }
}
