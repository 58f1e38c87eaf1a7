package eu.waymark.platform.web.client;

import com.fasterxml.jackson.databind.ObjectMapper;
import eu.waymark.platform.web.problem.CommonProblem;
import eu.waymark.platform.web.problem.Problem;
import eu.waymark.platform.web.problem.ProblemException;
import eu.waymark.platform.web.problem.ProblemType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.util.Set;
import org.eclipse.microprofile.rest.client.ext.ResponseExceptionMapper;

/**
 * Hands another service's answer to the caller's own fault on to the caller; anything else that goes wrong there is
 * ours to answer for, as 503.
 */
public class UpstreamProblems implements ResponseExceptionMapper<ProblemException> {

    private static final Set<Integer> CALLERS_FAULT = Set.of(400, 404, 409, 410, 422, 429);
    private static final int RETRY_SECONDS = 5;

    private final ObjectMapper json;

    UpstreamProblems(ObjectMapper json) {
        this.json = json;
    }

    private record Relayed(String slug, int status, String title) implements ProblemType {}

    @Override
    public boolean handles(int status, MultivaluedMap<String, Object> headers) {
        return status >= 400;
    }

    @Override
    public ProblemException toThrowable(Response response) {
        if (!CALLERS_FAULT.contains(response.getStatus())) {
            return away();
        }
        try {
            var problem = json.readValue(response.readEntity(String.class), Problem.class);
            var relayed = new Relayed(problem.code(), problem.status(), problem.title()).because(problem.detail());
            for (var error : problem.errors()) {
                relayed = relayed.at(error.field(), error.message());
            }
            return relayed;
        } catch (IOException unreadable) {
            return away();
        }
    }

    private static ProblemException away() {
        return CommonProblem.UPSTREAM_UNAVAILABLE
                .because("Try again in a moment; nothing was changed.")
                .retryAfter(RETRY_SECONDS);
    }
}
